#pragma once

#include "vm/object.h"
#include "vm/objects/class.h"

namespace lockstep {

enum class Awaited : uint8_t;
class Machine;
// See vm/async_primitives.h.
using AwaitedFunction = Awaited (*)(Machine& machine, const Value* arguments, Value& out);

struct CodeState;
struct NativeRow;
struct LoadedCode;
class Signature;

struct CellObject : Object {
  static constexpr Kind kKind = Kind::cell;

  Value value;                       // empty: unbound
};

struct FunctionObject : Object {
  static constexpr Kind kKind = Kind::function;
  static constexpr uint8_t kMakesAwaitables = 1;   // in `extra`: types.coroutine() marked this generator function

  const LoadedCode* code;
  AwaitedFunction awaited;           // of a coroutine function of the library: does its work where it is awaited, or null
  CodeState* state;
  DictObject* globals;
  StrObject* name;
  StrObject* qualified_name;
  TupleObject* defaults;             // null: none
  DictObject* keyword_defaults;      // null: none
  TupleObject* closure;              // cells, in the order of Code::free_names; null: none
  DictObject* annotations;           // null until asked for or given
  DictObject* attributes;            // __dict__, null until used
  Value doc;
  Value module;
};

// A builtin function or method. `self` is empty for a function, and for an unbound method, which then
// takes its object as first argument.
struct NativeObject : Object {
  static constexpr Kind kKind = Kind::native;

  const NativeRow* row;
  const Signature* signature;
  Value self;
  ClassObject* owner;                // the class a method belongs to, null for functions
  uint32_t plain_count;              // arguments that need no binding (Signature::is_plain), or kNotPlain

  static constexpr uint32_t kNotPlain = UINT32_MAX;
};

struct BoundMethodObject : Object {
  static constexpr Kind kKind = Kind::bound_method;

  Value function;
  Value self;
};

struct PropertyObject : Object {
  static constexpr Kind kKind = Kind::property;

  Value getter;                      // None where there is none, as for the others
  Value setter;
  Value deleter;
  Value doc;
};

// staticmethod or classmethod.
struct WrapperObject : Object {
  Value function;
};

struct SuperObject : Object {
  static constexpr Kind kKind = Kind::super_;

  ClassObject* after;                // the search starts behind it in the mro of `start`
  Value self;                        // the object or class it is bound to
  ClassObject* start;
};

}  // namespace lockstep
