#include "vm/number_operations.h"

#include <cmath>

#include "text/float_ops.h"
#include "text/int64_ops.h"
#include "text/integer_limbs.h"
#include "vm/numbers.h"

namespace lockstep {

namespace {

Work finish(Machine& machine, const Integer& result, Value& out) {
  out = machine.heap().make_int(IntegerView(result));
  return Work::done;
}

// Both operands fit a machine word. unknown: the result does not, take the slow road.
Work small_integers(Machine& machine, BinaryOperator op, int64_t a, int64_t b, Value& out) {
  std::optional<int64_t> result;
  switch (op) {
    case BinaryOperator::add:
      result = int64_add(a, b);
      break;
    case BinaryOperator::subtract:
      result = int64_sub(a, b);
      break;
    case BinaryOperator::multiply:
      result = int64_mul(a, b);
      break;
    case BinaryOperator::floor_divide:
      if (b != 0) result = int64_floor_div(a, b);
      break;
    case BinaryOperator::modulo:
      if (b != 0) result = int64_floor_mod(a, b);
      break;
    case BinaryOperator::power:
      if (b >= 0) result = int64_pow(a, b);
      break;
    case BinaryOperator::left_shift:
      if (b >= 0) result = int64_shift_left(a, b);
      break;
    case BinaryOperator::right_shift:
      if (b >= 0) result = int64_shift_right(a, b);
      break;
    case BinaryOperator::bit_and:
      result = a & b;
      break;
    case BinaryOperator::bit_or:
      result = a | b;
      break;
    case BinaryOperator::bit_xor:
      result = a ^ b;
      break;
    case BinaryOperator::true_divide:
      // Exact when both are exact as floats: one rounding.
      if (b != 0 && std::abs(a) <= int64_t{1} << 53 && std::abs(b) <= int64_t{1} << 53) {
        out = machine.heap().make_float(static_cast<double>(a) / static_cast<double>(b));
        return Work::done;
      }
      break;
    case BinaryOperator::matrix_multiply:
      break;
  }
  if (!result) return Work::unknown;
  out = machine.heap().make_int(*result);
  return Work::done;
}

using Wide = __int128;

// An int of at most 96 bits.
bool wide_of(const Number& number, Wide& out) {
  if (number.is_small()) {
    out = number.small();
    return true;
  }
  const IntegerView view = number.view();
  if (view.limbs.size() > 3) return false;
  Wide magnitude = 0;
  for (size_t i = view.limbs.size(); i-- > 0;) magnitude = magnitude << 32 | view.limbs[i];
  out = view.negative ? -magnitude : magnitude;
  return true;
}

Value wide_value(Machine& machine, Wide number) {
  if (number >= Value::kSmallIntMin && number <= Value::kSmallIntMax) {
    return Value::small_int(static_cast<int64_t>(number));
  }
  const bool negative = number < 0;
  auto magnitude = static_cast<unsigned __int128>(negative ? -number : number);
  uint32_t limbs[4];
  size_t count = 0;
  for (; magnitude != 0; magnitude >>= 32) limbs[count++] = static_cast<uint32_t>(magnitude);
  return machine.heap().make_int(IntegerView{negative, {limbs, count}});
}

// Both operands have a few limbs at most, as hashes and random numbers have. unknown: the result may need more.
Work wide_integers(Machine& machine, BinaryOperator op, const Number& a, const Number& b, Value& out) {
  Wide left = 0;
  Wide right = 0;
  if (!wide_of(a, left) || !wide_of(b, right)) return Work::unknown;
  Wide result = 0;
  switch (op) {
    case BinaryOperator::add: result = left + right; break;
    case BinaryOperator::subtract: result = left - right; break;
    case BinaryOperator::multiply:
      if (a.view().limbs.size() + b.view().limbs.size() > 3) return Work::unknown;
      result = left * right;
      break;
    case BinaryOperator::bit_and: result = left & right; break;
    case BinaryOperator::bit_or: result = left | right; break;
    case BinaryOperator::bit_xor: result = left ^ right; break;
    case BinaryOperator::left_shift: {
      // By multiplying: a negative number must not be shifted to the left.
      if (right < 0 || integer_bit_length(a.view()) + right > 120) return Work::unknown;
      result = left * (Wide{1} << static_cast<int>(right));
      break;
    }
    case BinaryOperator::right_shift:
      if (right < 0 || right > 120) return Work::unknown;
      result = left >> static_cast<int>(right);
      break;
    case BinaryOperator::floor_divide:
    case BinaryOperator::modulo: {
      if (right == 0) return Work::unknown;
      Wide quotient = left / right;
      Wide rest = left % right;
      if (rest != 0 && (rest < 0) != (right < 0)) {
        --quotient;
        rest += right;
      }
      result = op == BinaryOperator::modulo ? rest : quotient;
      break;
    }
    default: return Work::unknown;
  }
  out = wide_value(machine, result);
  return Work::done;
}

// What can be worked out in a room on the stack, without memory of its own. unknown: it is something else.
Work quick_integers(Machine& machine, BinaryOperator op, IntegerView left, IntegerView right, Value& out) {
  constexpr size_t kRoom = 1024;
  uint32_t room[kRoom];
  const size_t most = std::max(left.limbs.size(), right.limbs.size());
  switch (op) {
    case BinaryOperator::add:
    case BinaryOperator::subtract:
      if (most >= kRoom) return Work::unknown;
      out = machine.heap().make_int(sum_into(left, right, op == BinaryOperator::subtract, room));
      return Work::done;
    case BinaryOperator::multiply:
      if (product_room(left.limbs, right.limbs) > kRoom ||
          std::min(left.limbs.size(), right.limbs.size()) > kSchoolbookLimbs) {
        return Work::unknown;
      }
      out = machine.heap().make_int(product_into(left, right, room));
      return Work::done;
    case BinaryOperator::floor_divide: {
      if (right.limbs.size() != 1 || left.limbs.size() > kRoom || left.negative != right.negative) {
        return Work::unknown;
      }
      divide_limbs(left.limbs, right.limbs[0], room);
      out = machine.heap().make_int(IntegerView{false, {room, normal_size(room, left.limbs.size())}});
      return Work::done;
    }
    default: return Work::unknown;
  }
}

Work real_binary(Machine& machine, BinaryOperator op, double a, double b, Value& out);

Work integers(Machine& machine, BinaryOperator op, const Number& a, const Number& b, Value& out) {
  if (a.is_small() && b.is_small()) {
    const Work work = small_integers(machine, op, a.small(), b.small(), out);
    if (work != Work::unknown) return work;
  }
  const Work wide = wide_integers(machine, op, a, b, out);
  if (wide != Work::unknown) return wide;
  const IntegerView left = a.view();
  const IntegerView right = b.view();
  const Work roomy = quick_integers(machine, op, left, right, out);
  if (roomy != Work::unknown) return roomy;
  switch (op) {
    case BinaryOperator::add:
      return finish(machine, integer_add(left, right), out);
    case BinaryOperator::subtract:
      return finish(machine, integer_sub(left, right), out);
    case BinaryOperator::multiply:
      return finish(machine, integer_mul(left, right, stopping(machine)), out);
    case BinaryOperator::true_divide:
      return finish(machine, integer_true_div(left, right), out);
    case BinaryOperator::floor_divide:
      return finish(machine, integer_floor_div(left, right, stopping(machine)), out);
    case BinaryOperator::modulo:
      return finish(machine, integer_mod(left, right, stopping(machine)), out);
    case BinaryOperator::power: {
      if (!right.negative) return finish(machine, integer_pow(left, right, stopping(machine)), out);
      const auto base = a.to_double();
      const auto exponent = b.to_double();
      if (!base) return finish(machine, base, out);
      if (!exponent) return finish(machine, exponent, out);
      return real_binary(machine, op, *base, *exponent, out);
    }
    case BinaryOperator::left_shift:
      return finish(machine, integer_shift_left(left, right), out);
    case BinaryOperator::right_shift:
      return finish(machine, integer_shift_right(left, right), out);
    case BinaryOperator::bit_and:
      return finish(machine, integer_and(left, right), out);
    case BinaryOperator::bit_or:
      return finish(machine, integer_or(left, right), out);
    case BinaryOperator::bit_xor:
      return finish(machine, integer_xor(left, right), out);
    case BinaryOperator::matrix_multiply:
      break;
  }
  return Work::unknown;
}

struct Complex {
  double real;
  double imaginary;
};

Complex multiply(Complex a, Complex b) {
  return {a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real};
}

// Smith's method: no overflow where the quotient has none. Requires b != 0.
Complex divide(Complex a, Complex b) {
  if (std::fabs(b.real) >= std::fabs(b.imaginary)) {
    const double ratio = b.imaginary / b.real;
    const double scale = b.real + b.imaginary * ratio;
    return {(a.real + a.imaginary * ratio) / scale, (a.imaginary - a.real * ratio) / scale};
  }
  if (std::fabs(b.imaginary) >= std::fabs(b.real)) {
    const double ratio = b.real / b.imaginary;
    const double scale = b.real * ratio + b.imaginary;
    return {(a.real * ratio + a.imaginary) / scale, (a.imaginary * ratio - a.real) / scale};
  }
  return {NAN, NAN};
}

Complex power_by_squaring(Complex base, int64_t exponent) {
  Complex result{1, 0};
  for (; exponent > 0; exponent >>= 1) {
    if (exponent & 1) result = multiply(result, base);
    base = multiply(base, base);
  }
  return result;
}

Work complex_power(Machine& machine, Complex a, Complex b, Value& out) {
  Complex result;
  const bool is_small_whole =
      b.imaginary == 0 && b.real == std::floor(b.real) && std::fabs(b.real) <= 100;
  if (b.real == 0 && b.imaginary == 0) {
    result = {1, 0};
  } else if (a.real == 0 && a.imaginary == 0) {
    if (b.imaginary != 0 || b.real < 0) {
      return raised(machine, BuiltinClass::zero_division_error,
                    "0.0 to a negative or complex power");
    }
    result = {0, 0};
  } else if (is_small_whole) {
    const auto exponent = static_cast<int64_t>(b.real);
    result = power_by_squaring(a, std::abs(exponent));
    if (exponent < 0) result = divide({1, 0}, result);
  } else {
    const double length = std::hypot(a.real, a.imaginary);
    const double angle = std::atan2(a.imaginary, a.real);
    double new_length = std::pow(length, b.real);
    double new_angle = angle * b.real;
    if (b.imaginary != 0) {
      new_length *= std::exp(-angle * b.imaginary);
      new_angle += b.imaginary * std::log(length);
    }
    result = {new_length * std::cos(new_angle), new_length * std::sin(new_angle)};
  }
  const bool was_finite = std::isfinite(a.real) && std::isfinite(a.imaginary) &&
                          std::isfinite(b.real) && std::isfinite(b.imaginary);
  if (was_finite && (!std::isfinite(result.real) || !std::isfinite(result.imaginary))) {
    return raised(machine, BuiltinClass::overflow_error, "complex exponentiation");
  }
  out = machine.heap().make_complex(result.real, result.imaginary);
  return Work::done;
}

Work complex_binary(Machine& machine, BinaryOperator op, Complex a, Complex b, Value& out) {
  Complex result;
  switch (op) {
    case BinaryOperator::add:
      result = {a.real + b.real, a.imaginary + b.imaginary};
      break;
    case BinaryOperator::subtract:
      result = {a.real - b.real, a.imaginary - b.imaginary};
      break;
    case BinaryOperator::multiply:
      result = multiply(a, b);
      break;
    case BinaryOperator::true_divide:
      if (b.real == 0 && b.imaginary == 0) {
        return raised(machine, BuiltinClass::zero_division_error, "complex division by zero");
      }
      result = divide(a, b);
      break;
    case BinaryOperator::power:
      return complex_power(machine, a, b, out);
    default:
      return Work::unknown;
  }
  out = machine.heap().make_complex(result.real, result.imaginary);
  return Work::done;
}

Work real_binary(Machine& machine, BinaryOperator op, double a, double b, Value& out) {
  switch (op) {
    case BinaryOperator::add:
      out = machine.heap().make_float(a + b);
      return Work::done;
    case BinaryOperator::subtract:
      out = machine.heap().make_float(a - b);
      return Work::done;
    case BinaryOperator::multiply:
      out = machine.heap().make_float(a * b);
      return Work::done;
    case BinaryOperator::true_divide:
      return finish(machine, float_true_div(a, b), out);
    case BinaryOperator::floor_divide:
      return finish(machine, float_floor_div(a, b), out);
    case BinaryOperator::modulo:
      return finish(machine, float_mod(a, b), out);
    case BinaryOperator::power:
      if (float_pow_is_complex(a, b)) return complex_power(machine, {a, 0}, {b, 0}, out);
      return finish(machine, float_pow(a, b), out);
    default:
      return Work::unknown;
  }
}

// What the float operators take: an int too large for a float is their OverflowError.
bool as_double(Machine& machine, const Number& number, double& out) {
  const auto converted = number.to_double();
  if (!converted) {
    machine.raise(converted.error());
    return false;
  }
  out = *converted;
  return true;
}

}  // namespace

Work finish(Machine& machine, TextResult<Integer> result, Value& out) {
  if (!result) {
    machine.raise(result.error());
    return Work::raised;
  }
  return finish(machine, *result, out);
}

Work finish(Machine& machine, TextResult<double> result, Value& out) {
  if (!result) {
    machine.raise(result.error());
    return Work::raised;
  }
  out = machine.heap().make_float(*result);
  return Work::done;
}

Work number_binary(Machine& machine, BinaryOperator op, Value a, Value b, Value& out) {
  if (a.is_bool() && b.is_bool()) {
    const bool left = a.is_true();
    const bool right = b.is_true();
    switch (op) {
      case BinaryOperator::bit_and:
        out = Value::boolean(left && right);
        return Work::done;
      case BinaryOperator::bit_or:
        out = Value::boolean(left || right);
        return Work::done;
      case BinaryOperator::bit_xor:
        out = Value::boolean(left != right);
        return Work::done;
      default:
        break;
    }
  }
  const Number left(a);
  if (left.is_none()) return Work::unknown;
  const Number right(b);
  if (right.is_none()) return Work::unknown;
  if (left.is_integer() && right.is_integer()) return integers(machine, op, left, right, out);
  if (op >= BinaryOperator::matrix_multiply) return Work::unknown;
  double real = 0;
  double other_real = 0;
  if (left.is_complex() || right.is_complex()) {
    if (op == BinaryOperator::floor_divide || op == BinaryOperator::modulo) return Work::unknown;
    if (!as_double(machine, left, real) || !as_double(machine, right, other_real))
      return Work::raised;
    return complex_binary(machine, op, {real, left.imaginary()}, {other_real, right.imaginary()},
                          out);
  }
  if (!as_double(machine, left, real) || !as_double(machine, right, other_real))
    return Work::raised;
  return real_binary(machine, op, real, other_real, out);
}

Work number_unary(Machine& machine, UnaryOperator op, Value a, Value& out) {
  const Number number(a);
  Heap& heap = machine.heap();
  switch (number.kind()) {
    case Number::Kind::none:
      return Work::unknown;
    case Number::Kind::integer:
      switch (op) {
        case UnaryOperator::negative:
          return finish(machine, integer_negate(number.view()), out);
        case UnaryOperator::positive:
          out = heap.make_int(number.view());
          return Work::done;
        case UnaryOperator::invert:
          return finish(machine, integer_invert(number.view()), out);
      }
      break;
    case Number::Kind::real:
      if (op == UnaryOperator::invert) return Work::unknown;
      out = heap.make_float(op == UnaryOperator::negative ? -number.real() : number.real());
      return Work::done;
    case Number::Kind::complex:
      if (op == UnaryOperator::invert) return Work::unknown;
      out = op == UnaryOperator::negative ? heap.make_complex(-number.real(), -number.imaginary())
                                          : heap.make_complex(number.real(), number.imaginary());
      return Work::done;
  }
  return Work::unknown;
}

Work integer_power_modulo(Machine& machine, Value base, Value exponent, Value modulus, Value& out) {
  if (!is_int_value(base) || !is_int_value(exponent) || !is_int_value(modulus))
    return Work::unknown;
  const Number b(base);
  const Number e(exponent);
  const Number m(modulus);
  return finish(machine, integer_pow_mod(b.view(), e.view(), m.view(), stopping(machine)), out);
}

Work number_divmod(Machine& machine, Value a, Value b, Value& out) {
  const Number left(a);
  const Number right(b);
  if (left.is_none() || right.is_none() || left.is_complex() || right.is_complex())
    return Work::unknown;
  Heap& heap = machine.heap();
  if (left.is_integer() && right.is_integer()) {
    const auto result = integer_divmod(left.view(), right.view(), stopping(machine));
    if (!result) {
      machine.raise(result.error());
      return Work::raised;
    }
    out = Value::object(heap.make_tuple(
        {heap.make_int(IntegerView(result->first)), heap.make_int(IntegerView(result->second))}));
    return Work::done;
  }
  double dividend = 0;
  double divisor = 0;
  if (!as_double(machine, left, dividend) || !as_double(machine, right, divisor))
    return Work::raised;
  const auto result = float_divmod(dividend, divisor);
  if (!result) {
    machine.raise(result.error());
    return Work::raised;
  }
  out = Value::object(
      heap.make_tuple({heap.make_float(result->first), heap.make_float(result->second)}));
  return Work::done;
}

}  // namespace lockstep
