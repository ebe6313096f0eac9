#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "vm/frame.h"
#include "vm/value.h"
#include "world/operation.h"

// How C++ gives functions to scripts.
namespace lockstep {

class Machine;

// How a native function ended, this time.
enum class Step : uint8_t {
  done,      // call.result holds the result
  raised,    // an exception is being raised in the current thread
  called,    // script code has to run first; the function is called again with its answer
             // (Machine::call), or the call's result is that code's (Machine::tail_call)
  parked,    // the thread waits (World::park); the function is called again when it goes on
};

// One invocation of a native function. `arguments` has one Value for each parameter of the row's
// signature, in order; those not given are empty; *args is a tuple, **kwargs a dict (made anew at
// each invocation). A function that returned `called` or `parked` is invoked again with the same
// arguments: `phase` tells how far it was (0 at first), `answer` what the script code returned, and
// `scratch` what it kept.
struct Call {
  Value* arguments;
  uint32_t count;
  uint16_t result_register;
  Frame* frame;                      // the caller's
  Value result;

  Value operator[](size_t i) const { return arguments[i]; }
  bool given(size_t i) const { return !arguments[i].is_empty(); }
  uint8_t phase() const { return frame->phase; }
  Value answer() const { return frame->answer; }
  Value& scratch(int i) { return frame->scratch[i]; }
  bool reentered() const { return frame->reentered; }

  Step done(Value value) {
    result = value;
    return Step::done;
  }
  Step none() { return done(Value::none()); }
};

using NativeFunction = Step (*)(Machine&, Call&);

// What others can notice of a native function, for controlled runs.
enum class Effect : uint8_t {
  none,          // works on values only this thread has, or immutable ones
  reads,         // reads an object that others may change: its first argument
  writes,        // changes it
  operation,     // is a visible operation of its own kind (see `operation`)
};

// One row of the registry: all there is to know of a builtin function or method. `signature` is
// CPython's, as `help()` shows it, and drives the binding of arguments: "(obj, /)",
// "(iterable=(), /)", "(self, *args, sep=' ', end='\n', file=None, flush=False)". A method's begins with
// `self`. Defaults shown are for the reader; the function sees an empty Value.
struct NativeRow {
  const char* name;
  const char* signature;
  const char* help;
  NativeFunction function;
  Effect effect = Effect::none;
  OperationKind operation = OperationKind::none;
  enum class Form : uint8_t { method, static_method, class_method, attribute_get } form = Form::method;
};

// A computed attribute of a builtin class (what CPython calls getset). `set` may be null: read-only.
struct NativeAttribute {
  const char* name;
  const char* help;
  Step (*get)(Machine&, Call&);      // arguments: (self)
  Step (*set)(Machine&, Call&);      // arguments: (self, value); an empty value deletes
};

}  // namespace lockstep
