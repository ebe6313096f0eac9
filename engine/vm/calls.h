#pragma once

#include "vm/frames.h"

// Calling things.
namespace lockstep {

// The arguments of a call: positional ones first, then one for each of `names`.
struct Arguments {
  std::span<const Value> values;
  TupleObject* names = nullptr;      // null: none by keyword

  size_t positional() const { return values.size() - (names == nullptr ? 0 : names->size); }
};

// Calls `callable` on behalf of the instruction that `to.frame` executes.
//   done    `out` is the result
//   called  a frame was pushed; its result goes to register `to.result`, or the instruction will be
//           executed again (phase != 0) and calls this function again with the same arguments
//   parked  the thread waits; the instruction will be executed again likewise
//   raised
Step call_value(Machine& machine, Destination to, Value callable, Arguments arguments, Value& out);

// Pushes a frame for a script function. `called`, or `raised` when the arguments do not fit.
Step push_function(Machine& machine, FunctionObject* function, Arguments arguments, After after,
                   uint16_t result);

// Calls a builtin function that takes its object, if any, as first argument.
Step invoke_native(Machine& machine, Destination to, const NativeObject* native, Arguments arguments,
                   Value& out);

// Makes an object of `cls`: __new__ and __init__.
Step construct(Machine& machine, Destination to, ClassObject* cls, Arguments arguments, Value& out);

FunctionObject* make_function(Machine& machine, const LoadedCode* code, CodeState* state,
                              DictObject* globals);

}  // namespace lockstep
