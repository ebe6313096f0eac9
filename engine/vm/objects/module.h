#pragma once

#include "vm/object.h"
#include "vm/objects/dict.h"

namespace lockstep {

struct LoadedCode;
struct LoadedProgram;
struct StrObject;

// A module. Its attributes are first those in `attributes`, which the script can change, then the
// immortal ones that C++ gave it.
struct ModuleObject : Object {
  static constexpr Kind kKind = Kind::module;

  StrObject* name;
  DictObject* attributes;            // the globals of its code
  DictObject* builtin;               // immortal, or null
};

struct CodeObject : Object {
  static constexpr Kind kKind = Kind::code;

  const LoadedCode* code;
};

struct FrameObject : Object {
  static constexpr Kind kKind = Kind::frame;

  const LoadedCode* code;
  uint32_t instruction;
  DictObject* globals;
  FrameObject* back;                 // the frame of the script's code that called it, or null
  DictObject* locals;                // as they were when the frame was asked for; null: not known
};

// The attributes that threads gave a threading.local: a dict for each thread, by thread number.
struct ThreadLocalObject : Object {
  static constexpr Kind kKind = Kind::thread_storage;

  DictObject* dicts;
  Value arguments;                   // of its construction, to run __init__ again in each thread
  Value keywords;
};

// Bytes of C++ that a module keeps in an object: `size` of them, trivially copyable, no references; and a
// few Values beside them.
struct OpaqueObject : Object {
  static constexpr Kind kKind = Kind::opaque;

  uint32_t identity;                 // see Heap::identity_of
  Value values[4];
  alignas(8) char bytes[8];
};

}  // namespace lockstep
