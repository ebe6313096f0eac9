#include <cmath>

#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "text/float_text.h"
#include "vm/fast_paths.h"

// abs, round, pow, divmod, sum, min and max.
namespace lockstep {

namespace {

Step builtin_abs(Machine& machine, Call& call) {
  if (overrides(call[0], Special::absolute)) {
    return machine.tail_call(call, machine.prelude("abs_of"), {call[0]});
  }
  if (call[0].is_small_int()) {
    return call.done(machine.heap().make_int(std::abs(call[0].as_small_int())));
  }
  const Number number(call[0]);
  switch (number.kind()) {
    case Number::Kind::integer:
      return call.done(machine.heap().make_int(IntegerView(integer_abs(number.view()))));
    case Number::Kind::real:
      return call.done(machine.heap().make_float(std::fabs(number.real())));
    case Number::Kind::complex:
      return call.done(machine.heap().make_float(std::hypot(number.real(), number.imaginary())));
    case Number::Kind::none:
      break;
  }
  return raise_type_error(machine, "bad operand type for abs(): '" + class_name_of(call[0]) + "'");
}

Step builtin_round(Machine& machine, Call& call) {
  const bool has_digits = call.given(1) && !call[1].is_none();
  if (overrides(call[0], Special::round) || (has_digits && overrides(call[1], Special::index))) {
    return machine.tail_call(call, machine.prelude("round_of"),
                             {call[0], has_digits ? call[1] : Value::none()});
  }
  constexpr double kWhole = 4503599627370496.0;  // 2**52: beyond, every float is whole
  if (call[0].is_flonum() && !has_digits && std::fabs(call[0].as_flonum()) < kWhole) {
    // Ties go to even, as the default rounding of the machine has it.
    const double rounded = std::nearbyint(call[0].as_flonum());
    return call.done(Value::small_int(static_cast<int64_t>(rounded)));
  }
  const Number number(call[0]);
  int64_t digits = 0;
  if (has_digits && number.is_real() && is_int_value(call[1])) {
    digits = clamped_int(call[1]);
  } else if (has_digits && !machine.to_index(call[1], digits)) {
    return Step::raised;
  }
  if (number.is_integer()) {
    const auto rounded = integer_round(number.view(), digits);
    if (!rounded) return machine.raise(rounded.error());
    return call.done(machine.heap().make_int(IntegerView(*rounded)));
  }
  if (!number.is_real()) {
    return raise_type_error(machine,
                            "type " + class_name_of(call[0]) + " doesn't define __round__ method");
  }
  Value out;
  const Work work = has_digits ? finish(machine, float_round(number.real(), digits), out)
                               : finish(machine, integer_round_double(number.real()), out);
  return work == Work::done ? call.done(out) : Step::raised;
}

Step builtin_pow(Machine& machine, Call& call) {
  const bool has_modulus = call.given(2) && !call[2].is_none();
  Value out;
  Work work = Work::unknown;
  if (!has_modulus) {
    work = overrides(call[0], Special::power) || overrides(call[1], Special::reflected_power)
               ? Work::script
               : binary_builtin(machine, BinaryOperator::power, false, call[0], call[1], out);
  } else {
    work = overrides(call[0], Special::power)
               ? Work::script
               : integer_power_modulo(machine, call[0], call[1], call[2], out);
  }
  switch (work) {
    case Work::done:
      return call.done(out);
    case Work::raised:
      return Step::raised;
    case Work::script:
      return machine.tail_call(call, machine.prelude("pow_of"),
                               {call[0], call[1], has_modulus ? call[2] : Value::none()});
    case Work::unknown:
      break;
  }
  if (!has_modulus) {
    raise_unsupported(machine, BinaryOperator::power, false, call[0], call[1]);
    return Step::raised;
  }
  const Number base(call[0]);
  const Number exponent(call[1]);
  const Number modulus(call[2]);
  if (base.is_complex() || exponent.is_complex() || modulus.is_complex()) {
    return raise_value_error(machine, "complex modulo");
  }
  if (!base.is_none() && !exponent.is_none() && !modulus.is_none()) {
    return raise_type_error(machine,
                            "pow() 3rd argument not allowed unless all arguments are integers");
  }
  return raise_type_error(machine, "unsupported operand type(s) for ** or pow(): '" +
                                       class_name_of(call[0]) + "', '" + class_name_of(call[1]) +
                                       "', '" + class_name_of(call[2]) + "'");
}

Step builtin_divmod(Machine& machine, Call& call) {
  if (overrides(call[0], Special::divmod) || overrides(call[1], Special::reflected_divmod)) {
    return machine.tail_call(call, machine.prelude("divmod_of"), {call[0], call[1]});
  }
  Value out;
  Value rest;
  if (both_small(call[0], call[1]) &&
      fast_binary(machine.heap(), BinaryOperator::floor_divide, call[0], call[1], out) &&
      fast_binary(machine.heap(), BinaryOperator::modulo, call[0], call[1], rest)) {
    return call.done(Value::object(machine.heap().make_tuple({out, rest})));
  }
  switch (number_divmod(machine, call[0], call[1], out)) {
    case Work::done:
      return call.done(out);
    case Work::raised:
      return Step::raised;
    default:
      break;
  }
  return raise_type_error(machine, "unsupported operand type(s) for divmod(): '" +
                                       class_name_of(call[0]) + "' and '" + class_name_of(call[1]) +
                                       "'");
}

constexpr size_t kTermsBetweenCheckpoints = 4096;

// start + n * (first + last) / 2
Step sum_range(Machine& machine, Call& call, const RangeObject* range, Value start) {
  Value total = start;
  const Value two = Value::small_int(2);
  const int64_t length = range_length(range);
  if (length > 0) {
    const Value count = machine.heap().make_int(length);
    Value ends;
    Value sum;
    if (number_binary(machine, BinaryOperator::add, range->start, range_item(machine, range, length - 1), ends) != Work::done ||
        number_binary(machine, BinaryOperator::multiply, ends, count, sum) != Work::done ||
        number_binary(machine, BinaryOperator::floor_divide, sum, two, sum) != Work::done ||
        number_binary(machine, BinaryOperator::add, start, sum, total) != Work::done) {
      return Step::raised;
    }
  }
  return call.done(total);
}

Step builtin_sum(Machine& machine, Call& call) {
  const Value start = call.given(1) ? call[1] : Value::small_int(0);
  if (call.phase() == 0) {
    if (is_kind(start, Kind::string)) {
      return raise_type_error(machine, "sum() can't sum strings [use ''.join(seq) instead]");
    }
    if (is_kind(start, Kind::bytes)) {
      return raise_type_error(machine, "sum() can't sum bytes [use b''.join(seq) instead]");
    }
    if (is_kind(start, Kind::bytearray)) {
      return raise_type_error(machine, "sum() can't sum bytearray [use b''.join(seq) instead]");
    }
  }
  // What is not there already is added as it comes, so that it need not be there all at once.
  const Value items = call[0];
  if (const auto* range = try_as<RangeObject>(items); range != nullptr && start.is_small_int() && range_length(range) < INT64_MAX) {
    return sum_range(machine, call, range, start);
  }
  if ((!is_kind(items, Kind::list) && !is_kind(items, Kind::tuple)) || overrides(items, Special::iter)) {
    return machine.tail_call(call, machine.prelude("sum_of"), {items, start});
  }
  Value total = start;
  const auto values = items_of(items);
  for (size_t i = 0; i < values.size(); ++i) {
    if (i % kTermsBetweenCheckpoints == kTermsBetweenCheckpoints - 1) machine.checkpoint();
    Value next;
    if (fast_add(machine.heap(), total, values[i], next)) {
      total = next;
      continue;
    }
    const bool has_script =
        overrides(total, Special::add) || overrides(values[i], Special::reflected_add);
    const Work work =
        has_script ? Work::script
                   : binary_builtin(machine, BinaryOperator::add, false, total, values[i], next);
    if (work == Work::raised) return Step::raised;
    if (work != Work::done) {
      return machine.tail_call(call, machine.prelude("sum_rest"),
                               {items, machine.heap().make_int(static_cast<int64_t>(i)), total});
    }
    total = next;
  }
  return call.done(total);
}

enum class Extreme : bool { least, greatest };

// min and max: over the arguments, or over the items of the only one.
template <Extreme which>
Step builtin_extreme(Machine& machine, Call& call) {
  constexpr const char* kName = which == Extreme::least ? "min" : "max";
  const auto given = as<TupleObject>(call[0])->all();
  const bool has_key = call.given(1) && !call[1].is_none();
  if (given.empty())
    return raise_type_error(machine, std::string(kName) + " expected at least 1 argument, got 0");
  if (given.size() > 1 && call.given(2)) {
    return raise_type_error(machine, std::string("Cannot specify a default for ") + kName +
                                         "() with multiple positional arguments");
  }
  Step step = Step::done;
  Value items = call[0];
  // What is not there already is looked at as it comes, so that it need not be there all at once.
  if (given.size() == 1 && (is_kind(given[0], Kind::range) || is_kind(given[0], Kind::generator) ||
                            is_kind(given[0], Kind::lazy) || is_kind(given[0], Kind::iterator))) {
    Heap& heap = machine.heap();
    TupleObject* otherwise = call.given(2) ? heap.make_tuple({call[2]}) : heap.make_tuple({});
    return machine.tail_call(call, machine.prelude("extreme_of_iterable"),
                             {given[0], has_key ? call[1] : Value::none(),
                              Value::boolean(which == Extreme::greatest), Value::object(otherwise)});
  }
  if (given.size() == 1 && !machine.as_sequence(call, 1, given[0], items, step)) return step;
  const auto values = items_of(items);
  if (values.empty()) {
    if (call.given(2)) return call.done(call[2]);
    return raise_value_error(machine, std::string(kName) + "() arg is an empty sequence");
  }
  bool decided = !has_key;
  Value best = values[0];
  for (size_t i = 1; i < values.size() && decided; ++i) {
    const Value later = which == Extreme::least ? best : values[i];
    const Value earlier = which == Extreme::least ? values[i] : best;
    bool is_less = false;
    if (fast_compare(CompareOperator::less, earlier, later, is_less)) {
      if (is_less) best = values[i];
      continue;
    }
    const int less = which == Extreme::least ? Machine::plain_less(values[i], best)
                                             : Machine::plain_less(best, values[i]);
    decided = less != 0;
    if (less == 1) best = values[i];
  }
  if (decided) return call.done(best);
  return machine.tail_call(
      call, machine.prelude("extreme_of"),
      {items, has_key ? call[1] : Value::none(), Value::boolean(which == Extreme::greatest)});
}

constexpr NativeRow kNumberFunctions[] = {
    {"abs", "(x, /)", "Return the absolute value of the argument.", builtin_abs},
    {"round", "(number, ndigits=None)", "Round a number to a given precision in decimal digits.",
     builtin_round},
    {"pow", "(base, exp, mod=None)",
     "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.", builtin_pow},
    {"divmod", "(x, y, /)", "Return the tuple (x//y, x%y).", builtin_divmod},
    {"sum", "(iterable, /, start=0)",
     "Return the sum of a 'start' value plus an iterable of numbers", builtin_sum, Effect::reads},
    {"min", "(*args, key=None, default=None)", "The smallest argument, or item of an iterable.",
     builtin_extreme<Extreme::least>, Effect::reads},
    {"max", "(*args, key=None, default=None)", "The largest argument, or item of an iterable.",
     builtin_extreme<Extreme::greatest>, Effect::reads},
};

}  // namespace

void add_number_functions(RegistryBuilder& registry) { registry.functions("builtins", kNumberFunctions); }

}  // namespace lockstep
