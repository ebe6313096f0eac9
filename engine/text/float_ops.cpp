#include "text/float_ops.h"

#include <cmath>

namespace lockstep {

namespace {

Failure<TextError> zero_division(const char* message) {
  return text_failure(TextErrorKind::zero_division_error, message);
}

struct Division {
  double quotient;
  double remainder;
};

// The remainder has the sign of the divisor, the quotient is whole. Requires right != 0.
Division floor_divide(double left, double right) {
  double remainder = std::fmod(left, right);
  double quotient = (left - remainder) / right;
  if (remainder == 0) {
    remainder = std::copysign(0.0, right);
  } else if ((right < 0) != (remainder < 0)) {
    remainder += right;
    quotient -= 1.0;
  }
  if (quotient == 0) return {std::copysign(0.0, left / right), remainder};
  // The division above may have missed the whole number by rounding.
  double whole = std::floor(quotient);
  if (quotient - whole > 0.5) whole += 1.0;
  return {whole, remainder};
}

bool is_odd(double value) { return std::fmod(std::fabs(value), 2.0) == 1.0; }

}  // namespace

TextResult<double> float_true_div(double left, double right) {
  if (right == 0) return zero_division("float division by zero");
  return left / right;
}

TextResult<double> float_floor_div(double left, double right) {
  if (right == 0) return zero_division("float floor division by zero");
  return floor_divide(left, right).quotient;
}

TextResult<double> float_mod(double left, double right) {
  if (right == 0) return zero_division("float modulo");
  return floor_divide(left, right).remainder;
}

TextResult<std::pair<double, double>> float_divmod(double left, double right) {
  if (right == 0) return zero_division("float divmod()");
  const Division division = floor_divide(left, right);
  return std::pair(division.quotient, division.remainder);
}

bool float_pow_is_complex(double left, double right) {
  return std::isfinite(left) && std::isfinite(right) && left < 0 && right != std::floor(right);
}

TextResult<double> float_pow(double left, double right) {
  ENSURE(!float_pow_is_complex(left, right));
  // The cases that C libraries do not all agree on are settled here.
  if (right == 0) return 1.0;
  if (std::isnan(left)) return left;
  if (std::isnan(right)) return left == 1.0 ? 1.0 : right;
  if (std::isinf(right)) {
    const double magnitude = std::fabs(left);
    if (magnitude == 1.0) return 1.0;
    return (right > 0) == (magnitude > 1.0) ? std::fabs(right) : 0.0;
  }
  if (std::isinf(left)) {
    const bool odd = is_odd(right);
    if (right > 0) return odd ? left : std::fabs(left);
    return odd ? std::copysign(0.0, left) : 0.0;
  }
  if (left == 0) {
    if (right < 0) return zero_division("0.0 cannot be raised to a negative power");
    return is_odd(right) ? left : 0.0;
  }
  if (left == 1.0) return 1.0;
  if (left == -1.0) return is_odd(right) ? -1.0 : 1.0;
  const double power = std::pow(left, right);
  if (std::isinf(power)) {
    return text_failure(TextErrorKind::overflow_error, "(34, 'Numerical result out of range')");
  }
  return power;
}

}  // namespace lockstep
