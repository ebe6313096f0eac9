#pragma once

#include "vm/object.h"
#include "vm/objects/class.h"

namespace lockstep {

struct LoadedCode;
struct TracebackObject;
struct FunctionObject;

// An instance of BaseException or of a class below it. Always has attributes (flag kHasAttributes is
// not set: they are the field below).
struct ExceptionObject : Object {
  static constexpr Kind kKind = Kind::exception;
  static constexpr uint8_t kSuppressContext = 1;   // in `extra`
  static constexpr uint8_t kNotShown = 2;          // in `extra`: already reported

  TupleObject* arguments;
  TracebackObject* traceback;        // null: none yet
  Value cause;                       // None if none
  Value context;                     // None if none
  Value payload;                     // StopIteration.value, SystemExit.code, KeyError's..., ExceptionGroup's tuple of exceptions, or empty
  Attributes attributes;
};

// One frame an exception passed through; `next` is the one it came from.
struct TracebackObject : Object {
  static constexpr Kind kKind = Kind::traceback;

  TracebackObject* next;
  const LoadedCode* code;
  uint32_t instruction;              // index into the code's instructions
  int32_t line;
};

}  // namespace lockstep
