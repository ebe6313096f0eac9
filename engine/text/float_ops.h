#pragma once

#include <utility>

#include "text/text_error.h"

// Python's float operators where they differ from C's. Pure functions, callable from any thread.
namespace lockstep {

// Of a double: its precision, and the exponents between which a fraction in [0.5, 1) may be scaled.
inline constexpr int kMantissaBits = 53;
inline constexpr int kMinimumExponent = -1021;
inline constexpr int kMaximumExponent = 1024;

// left / right. ZeroDivisionError "float division by zero".
TextResult<double> float_true_div(double left, double right);
// left // right. ZeroDivisionError "float floor division by zero".
TextResult<double> float_floor_div(double left, double right);
// left % right: has the sign of right. ZeroDivisionError "float modulo".
TextResult<double> float_mod(double left, double right);
// divmod(left, right). ZeroDivisionError "float divmod()".
TextResult<std::pair<double, double>> float_divmod(double left, double right);
// left ** right. ZeroDivisionError "0.0 cannot be raised to a negative power"; OverflowError
// "(34, 'Numerical result out of range')". Requires that the result is no complex number: not a
// negative finite left with a right that is finite and not whole (see float_pow_is_complex).
TextResult<double> float_pow(double left, double right);
bool float_pow_is_complex(double left, double right);

}  // namespace lockstep
