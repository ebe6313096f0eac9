#pragma once

#include <functional>

#include "vm/machine.h"
#include "vm/operations.h"

// Arithmetic of int, bool, float and complex. For operations.cpp, and for the functions of the
// modules that compute with numbers of any size.
namespace lockstep {

// unknown: not both are numbers, or these kinds of number have no such operator.
Work number_binary(Machine& machine, BinaryOperator op, Value a, Value b, Value& out);
Work number_unary(Machine& machine, UnaryOperator op, Value a, Value& out);

// pow(base, exponent, modulus) of ints.
Work integer_power_modulo(Machine& machine, Value base, Value exponent, Value modulus, Value& out);

// divmod(a, b).
Work number_divmod(Machine& machine, Value a, Value b, Value& out);

// For what may take long with very large ints: where the run is to end, it does not come back.
inline std::function<void()> stopping(Machine& machine) {
  return [&machine] { machine.checkpoint(); };
}

// Gives a rule's result to `out`, or raises its error.
Work finish(Machine& machine, TextResult<Integer> result, Value& out);
Work finish(Machine& machine, TextResult<double> result, Value& out);

}  // namespace lockstep
