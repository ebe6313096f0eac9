#include <cfloat>
#include <cmath>

#include "modules/arguments.h"
#include "modules/registry_builder.h"

// math: what is computed on floats, and on ints of any size. The rest is python/math.py.
namespace lockstep {

namespace {

bool real_argument(Machine& machine, Value value, double& number) {
  const Number read(value);
  if (read.is_integer() || read.is_real()) {
    const auto converted = read.to_double();
    if (converted) {
      number = *converted;
      return true;
    }
    machine.raise(converted.error());
    return false;
  }
  raise_type_error(machine, "must be real number, not " + class_name_of(value));
  return false;
}

// The arguments of a function of math may be objects with __float__; the prelude turns those into
// floats and calls again.
bool has_script_float(Value value) {
  return !value.is_empty() &&
         (overrides(value, Special::float_) || overrides(value, Special::index));
}

Step again_with_floats(Machine& machine, Call& call, std::string_view function) {
  Heap& heap = machine.heap();
  ListObject* arguments = heap.make_list();
  for (uint32_t i = 0; i < call.count && call.given(i); ++i) heap.append(arguments, call[i]);
  return machine.tail_call(call, machine.prelude("math_with_floats"),
                           {heap.make_str(function), Value::object(arguments)});
}

Step domain_error(Machine& machine) { return raise_value_error(machine, "math domain error"); }
Step range_error(Machine& machine) {
  return machine.raise(BuiltinClass::overflow_error, "math range error");
}

// As CPython judges a result of C's: NaN from numbers is a domain error; infinity from finite
// numbers a range error, or a domain error where the function has a pole.
enum class Infinity : uint8_t { range, pole };

template <double (*function)(double), Infinity infinity = Infinity::range>
Step real_function(Machine& machine, Call& call, const char* name) {
  if (has_script_float(call[0])) return again_with_floats(machine, call, name);
  double x = 0;
  if (!real_argument(machine, call[0], x)) return Step::raised;
  const double result = function(x);
  if (std::isnan(result) && !std::isnan(x)) return domain_error(machine);
  if (std::isinf(result) && std::isfinite(x)) {
    return infinity == Infinity::pole ? domain_error(machine) : range_error(machine);
  }
  return call.done(machine.heap().make_float(result));
}

#define REAL(name, expression)                             \
  double do_##name(double x) { return expression; }        \
  Step math_##name(Machine& machine, Call& call) {         \
    return real_function<do_##name>(machine, call, #name); \
  }
#define REAL_WITH_POLE(name, expression)                                   \
  double do_##name(double x) { return expression; }                        \
  Step math_##name(Machine& machine, Call& call) {                         \
    return real_function<do_##name, Infinity::pole>(machine, call, #name); \
  }

REAL(sqrt, std::sqrt(x))
REAL(cbrt, std::cbrt(x))
REAL(exp, std::exp(x))
REAL(exp2, std::exp2(x))
REAL(expm1, std::expm1(x))
REAL_WITH_POLE(log1p, std::log1p(x))
REAL(sin, std::sin(x))
REAL(cos, std::cos(x))
REAL(tan, std::tan(x))
REAL(asin, std::asin(x))
REAL(acos, std::acos(x))
REAL(atan, std::atan(x))
REAL(sinh, std::sinh(x))
REAL(cosh, std::cosh(x))
REAL(tanh, std::tanh(x))
REAL(asinh, std::asinh(x))
REAL(acosh, std::acosh(x))
REAL_WITH_POLE(atanh, std::atanh(x))
REAL(fabs, std::fabs(x))
REAL(erf, std::erf(x))
REAL(erfc, std::erfc(x))
REAL(degrees, x*(180.0 / M_PI))
REAL(radians, x*(M_PI / 180.0))
double do_gamma(double x) { return x == std::floor(x) && x <= 0 ? NAN : std::tgamma(x); }
Step math_gamma(Machine& machine, Call& call) {
  return real_function<do_gamma>(machine, call, "gamma");
}
REAL_WITH_POLE(lgamma, std::lgamma(x))

#undef REAL
#undef REAL_WITH_POLE

template <class Function>
Step two_reals(Machine& machine, Call& call, const char* name, Function function) {
  if (has_script_float(call[0]) || has_script_float(call[1]))
    return again_with_floats(machine, call, name);
  double x = 0;
  double y = 0;
  if (!real_argument(machine, call[0], x) || !real_argument(machine, call[1], y))
    return Step::raised;
  const double result = function(x, y);
  if (std::isnan(result) && !std::isnan(x) && !std::isnan(y)) return domain_error(machine);
  if (std::isinf(result) && std::isfinite(x) && std::isfinite(y)) return range_error(machine);
  return call.done(machine.heap().make_float(result));
}

Step math_pow(Machine& machine, Call& call) {
  return two_reals(machine, call, "pow", [](double x, double y) {
    return x == 0 && y < 0 && std::isfinite(y) ? NAN : std::pow(x, y);
  });
}
Step math_fmod(Machine& machine, Call& call) {
  return two_reals(machine, call, "fmod", [](double x, double y) { return std::fmod(x, y); });
}
Step math_atan2(Machine& machine, Call& call) {
  return two_reals(machine, call, "atan2", [](double x, double y) { return std::atan2(x, y); });
}
Step math_copysign(Machine& machine, Call& call) {
  return two_reals(machine, call, "copysign",
                   [](double x, double y) { return std::copysign(x, y); });
}
Step math_remainder(Machine& machine, Call& call) {
  return two_reals(machine, call, "remainder",
                   [](double x, double y) { return std::remainder(x, y); });
}
Step math_nextafter(Machine& machine, Call& call) {
  if (has_script_float(call[0]) || has_script_float(call[1])) {
    return again_with_floats(machine, call, "nextafter");
  }
  double x = 0;
  double y = 0;
  if (!real_argument(machine, call[0], x) || !real_argument(machine, call[1], y))
    return Step::raised;
  return call.done(machine.heap().make_float(std::nextafter(x, y)));
}

// The logarithm of an int beyond the range of floats: from its leading bits and how many follow.
double big_log(IntegerView number, double (*function)(double), double of_two) {
  const int64_t bits = integer_bit_length(number);
  const auto shift = static_cast<int64_t>(bits - 60);
  const auto top = integer_shift_right(number, SmallInteger(shift));
  const auto leading = integer_to_double(*top);
  return function(*leading) + static_cast<double>(shift) * of_two;
}

bool logarithm(Machine& machine, Value value, double (*function)(double), double of_two,
               double& result) {
  const Number number(value);
  if (number.is_integer() && !number.is_small()) {
    if (number.view().negative) {
      domain_error(machine);
      return false;
    }
    const auto converted = number.to_double();
    result = converted ? function(*converted) : big_log(number.view(), function, of_two);
    return true;
  }
  double x = 0;
  if (!real_argument(machine, value, x)) return false;
  if (x <= 0) {
    domain_error(machine);
    return false;
  }
  result = function(x);
  return true;
}

Step math_log(Machine& machine, Call& call) {
  if (has_script_float(call[0]) || has_script_float(call[1]))
    return again_with_floats(machine, call, "log");
  double result = 0;
  if (!logarithm(machine, call[0], std::log, M_LN2, result)) return Step::raised;
  if (call.given(1)) {
    double base = 0;
    if (!logarithm(machine, call[1], std::log, M_LN2, base)) return Step::raised;
    if (base == 0)
      return machine.raise(BuiltinClass::zero_division_error, "float division by zero");
    result /= base;
  }
  return call.done(machine.heap().make_float(result));
}
Step math_log2(Machine& machine, Call& call) {
  if (has_script_float(call[0])) return again_with_floats(machine, call, "log2");
  double result = 0;
  if (!logarithm(machine, call[0], std::log2, 1.0, result)) return Step::raised;
  return call.done(machine.heap().make_float(result));
}
Step math_log10(Machine& machine, Call& call) {
  if (has_script_float(call[0])) return again_with_floats(machine, call, "log10");
  double result = 0;
  if (!logarithm(machine, call[0], std::log10, M_LN2 / M_LN10, result)) return Step::raised;
  return call.done(machine.heap().make_float(result));
}

// floor, ceil and trunc: ints stay, floats become ints, other objects have a method.
template <double (*round)(double)>
Step rounded(Machine& machine, Call& call, const char* special) {
  const Number number(call[0]);
  if (number.is_integer()) return call.done(machine.heap().make_int(number.view()));
  if (number.is_real()) {
    Value out;
    return finish(machine, integer_from_double(round(number.real())), out) == Work::done
               ? call.done(out)
               : Step::raised;
  }
  return machine.tail_call(call, machine.prelude("math_rounded"),
                           {call[0], string_value(machine, special)});
}
Step math_floor(Machine& machine, Call& call) {
  return rounded<std::floor>(machine, call, "__floor__");
}
Step math_ceil(Machine& machine, Call& call) {
  return rounded<std::ceil>(machine, call, "__ceil__");
}
Step math_trunc(Machine& machine, Call& call) {
  return rounded<std::trunc>(machine, call, "__trunc__");
}

bool is_nan(double x) { return std::isnan(x); }
bool is_inf(double x) { return std::isinf(x); }
bool is_finite(double x) { return std::isfinite(x); }

template <bool (*question)(double)>
Step asked(Machine& machine, Call& call) {
  if (has_script_float(call[0])) {
    return again_with_floats(machine, call, question == is_nan ? "isnan" : question == is_inf ? "isinf" : "isfinite");
  }
  double x = 0;
  if (!real_argument(machine, call[0], x)) return Step::raised;
  return call.done(Value::boolean(question(x)));
}

Step math_frexp(Machine& machine, Call& call) {
  if (has_script_float(call[0])) return again_with_floats(machine, call, "frexp");
  double x = 0;
  if (!real_argument(machine, call[0], x)) return Step::raised;
  int exponent = 0;
  const double fraction = std::isfinite(x) ? std::frexp(x, &exponent) : x;
  return call.done(Value::object(machine.heap().make_tuple(
      {machine.heap().make_float(fraction), Value::small_int(exponent)})));
}
Step math_modf(Machine& machine, Call& call) {
  if (has_script_float(call[0])) return again_with_floats(machine, call, "modf");
  double x = 0;
  if (!real_argument(machine, call[0], x)) return Step::raised;
  double whole = 0;
  const double fraction = std::modf(x, &whole);
  return call.done(Value::object(machine.heap().make_tuple(
      {machine.heap().make_float(fraction), machine.heap().make_float(whole)})));
}
Step math_ldexp(Machine& machine, Call& call) {
  if (has_script_float(call[0])) return again_with_floats(machine, call, "ldexp");
  double x = 0;
  if (!real_argument(machine, call[0], x)) return Step::raised;
  if (!is_int_value(call[1]))
    return raise_type_error(machine, "Expected an int as second argument to ldexp.");
  const int64_t exponent = std::clamp<int64_t>(clamped_int(call[1]), -100000, 100000);
  const double result = std::ldexp(x, static_cast<int>(exponent));
  if (std::isinf(result) && std::isfinite(x)) return range_error(machine);
  return call.done(machine.heap().make_float(result));
}
Step math_ulp(Machine& machine, Call& call) {
  if (has_script_float(call[0])) return again_with_floats(machine, call, "ulp");
  double x = 0;
  if (!real_argument(machine, call[0], x)) return Step::raised;
  x = std::fabs(x);
  double result = x;
  if (std::isfinite(x)) {
    const double above = std::nextafter(x, HUGE_VAL);
    result = std::isinf(above) ? x - std::nextafter(x, -HUGE_VAL) : above - x;
  }
  return call.done(machine.heap().make_float(result));
}

Step math_isqrt(Machine& machine, Call& call) {
  if (!is_int_value(call[0])) {
    int64_t number = 0;
    machine.to_index(call[0], number);
    return Step::raised;
  }
  SmallInteger room(0);
  Value out;
  return finish(machine, integer_isqrt(int_view_of(call[0], room), stopping(machine)), out) == Work::done
             ? call.done(out)
             : Step::raised;
}

Step math_gcd(Machine& machine, Call& call) {
  Value result = Value::small_int(0);
  for (const Value value : as<TupleObject>(call[0])->all()) {
    if (!is_int_value(value)) {
      int64_t number = 0;
      machine.to_index(value, number);
      return Step::raised;
    }
    SmallInteger room(0);
    SmallInteger other(0);
    result = machine.heap().make_int(
        IntegerView(integer_gcd(int_view_of(result, room), int_view_of(value, other), stopping(machine))));
  }
  return call.done(result);
}

// The length of a vector of floats, scaled so that squares do not overflow.
Step vector_length(Machine& machine, Call& call) {
  const auto values = as<ListObject>(call[0])->all();
  std::vector<double> numbers;
  double largest = 0;
  bool has_nan = false;
  for (const Value value : values) {
    double x = 0;
    if (!real_argument(machine, value, x)) return Step::raised;
    has_nan = has_nan || std::isnan(x);
    numbers.push_back(std::fabs(x));
    largest = std::max(largest, std::isnan(x) ? 0.0 : std::fabs(x));
  }
  if (std::isinf(largest)) return call.done(machine.heap().make_float(largest));
  if (has_nan) return call.done(machine.heap().make_float(NAN));
  if (largest == 0 || numbers.size() == 1) return call.done(machine.heap().make_float(largest));
  if (numbers.size() == 2)
    return call.done(machine.heap().make_float(std::hypot(numbers[0], numbers[1])));
  // Neumaier's sum: as good as a sum of twice the precision.
  double sum = 0;
  double lost = 0;
  for (const double number : numbers) {
    const double square = (number / largest) * (number / largest);
    const double next = sum + square;
    lost += sum >= square ? (sum - next) + square : (square - next) + sum;
    sum = next;
  }
  return call.done(machine.heap().make_float(largest * std::sqrt(sum + lost)));
}

// math.fsum: partial sums that do not overlap, so that only the last rounding counts (Shewchuk,
// 1997).
Step exact_sum(Machine& machine, Call& call) {
  std::vector<double> partials;
  double special = 0;
  bool has_infinite = false;
  for (const Value value : as<ListObject>(call[0])->all()) {
    double x = 0;
    if (!real_argument(machine, value, x)) return Step::raised;
    if (!std::isfinite(x)) {
      if (std::isinf(x) && std::isinf(special) && (x > 0) != (special > 0)) {
        return raise_value_error(machine, "-inf + inf in fsum");
      }
      special += x;
      has_infinite = true;
      continue;
    }
    size_t kept = 0;
    for (double y : partials) {
      if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
      const double high = x + y;
      const double low = y - (high - x);
      if (low != 0) partials[kept++] = low;
      x = high;
    }
    partials.resize(kept);
    if (std::isinf(x))
      return machine.raise(BuiltinClass::overflow_error, "intermediate overflow in fsum");
    partials.push_back(x);
  }
  if (has_infinite) return call.done(machine.heap().make_float(special));
  double high = 0;
  double low = 0;
  size_t n = partials.size();
  if (n > 0) {
    high = partials[--n];
    while (n > 0) {
      const double x = high;
      const double y = partials[--n];
      high = x + y;
      low = y - (high - x);
      if (low != 0) break;
    }
    // Half a unit exactly: the next partial says which way.
    if (n > 0 && ((low < 0 && partials[n - 1] < 0) || (low > 0 && partials[n - 1] > 0))) {
      const double y = low * 2;
      const double x = high + y;
      if (y == x - high) high = x;
    }
  }
  return call.done(machine.heap().make_float(high));
}

constexpr NativeRow kMathFunctions[] = {
    {"sqrt", "(x, /)", "Return the square root of x.", math_sqrt},
    {"cbrt", "(x, /)", "Return the cube root of x.", math_cbrt},
    {"exp", "(x, /)", "Return e raised to the power of x.", math_exp},
    {"exp2", "(x, /)", "Return 2 raised to the power of x.", math_exp2},
    {"expm1", "(x, /)", "Return exp(x)-1.", math_expm1},
    {"log", "(x, base=2.718281828459045, /)",
     "Return the logarithm of x to the given base, natural by default.", math_log},
    {"log2", "(x, /)", "Return the base 2 logarithm of x.", math_log2},
    {"log10", "(x, /)", "Return the base 10 logarithm of x.", math_log10},
    {"log1p", "(x, /)", "Return the natural logarithm of 1+x.", math_log1p},
    {"pow", "(x, y, /)", "Return x**y (x to the power of y).", math_pow},
    {"fmod", "(x, y, /)", "Return fmod(x, y), according to platform C.", math_fmod},
    {"remainder", "(x, y, /)", "Difference between x and the closest integer multiple of y.",
     math_remainder},
    {"copysign", "(x, y, /)", "Return a float with the magnitude of x but the sign of y.",
     math_copysign},
    {"nextafter", "(x, y, /)", "Return the next floating-point value after x towards y.",
     math_nextafter},
    {"ulp", "(x, /)", "Return the value of the least significant bit of the float x.", math_ulp},
    {"sin", "(x, /)", "Return the sine of x (measured in radians).", math_sin},
    {"cos", "(x, /)", "Return the cosine of x (measured in radians).", math_cos},
    {"tan", "(x, /)", "Return the tangent of x (measured in radians).", math_tan},
    {"asin", "(x, /)", "Return the arc sine (measured in radians) of x.", math_asin},
    {"acos", "(x, /)", "Return the arc cosine (measured in radians) of x.", math_acos},
    {"atan", "(x, /)", "Return the arc tangent (measured in radians) of x.", math_atan},
    {"atan2", "(y, x, /)", "Return the arc tangent (measured in radians) of y/x.", math_atan2},
    {"sinh", "(x, /)", "Return the hyperbolic sine of x.", math_sinh},
    {"cosh", "(x, /)", "Return the hyperbolic cosine of x.", math_cosh},
    {"tanh", "(x, /)", "Return the hyperbolic tangent of x.", math_tanh},
    {"asinh", "(x, /)", "Return the inverse hyperbolic sine of x.", math_asinh},
    {"acosh", "(x, /)", "Return the inverse hyperbolic cosine of x.", math_acosh},
    {"atanh", "(x, /)", "Return the inverse hyperbolic tangent of x.", math_atanh},
    {"degrees", "(x, /)", "Convert angle x from radians to degrees.", math_degrees},
    {"radians", "(x, /)", "Convert angle x from degrees to radians.", math_radians},
    {"fabs", "(x, /)", "Return the absolute value of the float x.", math_fabs},
    {"floor", "(x, /)", "Return the floor of x as an Integral.", math_floor},
    {"ceil", "(x, /)", "Return the ceiling of x as an Integral.", math_ceil},
    {"trunc", "(x, /)", "Truncates the Real x to the nearest Integral toward 0.", math_trunc},
    {"isnan", "(x, /)", "Return True if x is a NaN (not a number).", asked<is_nan>},
    {"isinf", "(x, /)", "Return True if x is a positive or negative infinity.", asked<is_inf>},
    {"isfinite", "(x, /)", "Return True if x is neither an infinity nor a NaN.", asked<is_finite>},
    {"frexp", "(x, /)", "Return the mantissa and exponent of x, as pair (m, e).", math_frexp},
    {"modf", "(x, /)", "Return the fractional and integer parts of x.", math_modf},
    {"ldexp", "(x, i, /)", "Return x * (2**i).", math_ldexp},
    {"erf", "(x, /)", "Error function at x.", math_erf},
    {"erfc", "(x, /)", "Complementary error function at x.", math_erfc},
    {"gamma", "(x, /)", "Gamma function at x.", math_gamma},
    {"lgamma", "(x, /)", "Natural logarithm of absolute value of Gamma function at x.",
     math_lgamma},
    {"isqrt", "(n, /)", "Return the integer part of the square root of the input.", math_isqrt},
    {"gcd", "(*integers)", "Greatest Common Divisor.", math_gcd},
    {"_vector_length", "(values, /)", "", vector_length},
    {"_exact_sum", "(values, /)", "", exact_sum},
};

constexpr ConstantRow kMathConstants[] = {
    {"pi", ConstantRow::Type::real, 0, M_PI},      {"e", ConstantRow::Type::real, 0, M_E},
    {"tau", ConstantRow::Type::real, 0, 2 * M_PI}, {"inf", ConstantRow::Type::real, 0, HUGE_VAL},
    {"nan", ConstantRow::Type::real, 0, NAN},
};

}  // namespace

void add_math_module(RegistryBuilder& registry) {
  registry.functions("math", kMathFunctions);
  registry.constants("math", kMathConstants);
  registry.describe("math", "Mathematical functions as defined by the C standard.");
}

}  // namespace lockstep
