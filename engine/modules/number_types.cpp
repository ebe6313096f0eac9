#include <cmath>

#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "text/escape.h"
#include "text/float_ops.h"
#include "text/float_text.h"
#include "text/format_spec.h"
#include "text/integer_text.h"

// int, bool and float.
namespace lockstep {

namespace {

Value new_int(Machine& machine, const IntegerView& number) { return machine.heap().make_int(number); }

Step finish_integer(Machine& machine, Call& call, const TextResult<Integer>& number) {
  if (!number) return machine.raise(number.error());
  return call.done(new_int(machine, *number));
}

// --- int ----------------------------------------------------------------------------------------------

// What int(x) and float(x) read from text: a str or bytes. False: neither.
bool text_argument(Value value, std::string_view& text, ParsedFrom& from) {
  if (const auto* string = try_as<StrObject>(value)) {
    text = string->view();
    from = ParsedFrom::text;
    return true;
  }
  if (!is_bytes_like(value)) return false;
  text = bytes_view(value);
  from = ParsedFrom::bytes;
  return true;
}

Step int_of(Machine& machine, Call& call, Value cls, Value value) {
  if (is_int_value(value)) {
    SmallInteger room(0);
    // A plain int, also of True or of an object of a derived class.
    return call.done(as_instance_of(machine, cls, new_int(machine, int_view_of(value, room))));
  }
  if (is_float_value(value)) {
    const auto whole = integer_from_double(float_of(value));
    if (!whole) return machine.raise(whole.error());
    return call.done(as_instance_of(machine, cls, new_int(machine, *whole)));
  }
  std::string_view text;
  ParsedFrom from = ParsedFrom::text;
  if (!text_argument(value, text, from)) {
    return raise_type_error(machine, "int() argument must be a string, a bytes-like object or a real number, not '" +
                                         class_name_of(value) + "'");
  }
  const auto number = parse_integer(text, 10, from, machine.state().digit_limit, stopping(machine));
  if (!number) return machine.raise(number.error());
  return call.done(as_instance_of(machine, cls, new_int(machine, *number)));
}

Step int_new(Machine& machine, Call& call) {
  constexpr uint8_t kConverted = 1;
  if (call.phase() == kConverted) {
    const Value answer = call.answer();
    if (!is_int_value(answer)) {
      return raise_type_error(machine, "__int__ returned non-int (type " + class_name_of(answer) + ")");
    }
    return int_of(machine, call, call[0], answer);
  }
  if (!call.given(1)) {
    if (call.given(2)) return raise_type_error(machine, "int() missing string argument");
    return call.done(as_instance_of(machine, call[0], Value::small_int(0)));
  }
  if (call.given(2)) {
    std::string_view text;
    ParsedFrom from = ParsedFrom::text;
    if (!text_argument(call[1], text, from)) {
      return raise_type_error(machine, "int() can't convert non-string with explicit base");
    }
    int64_t base = 0;
    if (!machine.to_index(call[2], base)) return Step::raised;
    if (base != 0 && (base < 2 || base > 36)) {
      return raise_value_error(machine, "int() base must be >= 2 and <= 36, or 0");
    }
    const auto number = parse_integer(text, static_cast<int>(base), from, machine.state().digit_limit,
                                      stopping(machine));
    if (!number) return machine.raise(number.error());
    return call.done(as_instance_of(machine, call[0], new_int(machine, *number)));
  }
  if (overrides(call[1], Special::int_) || overrides(call[1], Special::index) ||
      (is_kind(call[1], Kind::instance) && overrides(call[1], Special::trunc))) {
    return machine.call(call, kConverted, machine.prelude("to_int"), {call[1]});
  }
  return int_of(machine, call, call[0], call[1]);
}

Step int_itself(Machine& machine, Call& call) {
  SmallInteger room(0);
  return call.done(new_int(machine, int_view_of(call[0], room)));
}

Step int_bool(Machine&, Call& call) {
  SmallInteger room(0);
  return call.done(Value::boolean(!int_view_of(call[0], room).limbs.empty()));
}

Step int_float(Machine& machine, Call& call) {
  SmallInteger room(0);
  const auto number = integer_to_double(int_view_of(call[0], room));
  if (!number) return machine.raise(number.error());
  return call.done(machine.heap().make_float(*number));
}

Step int_abs(Machine& machine, Call& call) {
  SmallInteger room(0);
  return call.done(new_int(machine, integer_abs(int_view_of(call[0], room))));
}

Step int_bit_length(Machine& machine, Call& call) {
  SmallInteger room(0);
  return call.done(machine.heap().make_int(integer_bit_length(int_view_of(call[0], room))));
}

Step int_bit_count(Machine& machine, Call& call) {
  SmallInteger room(0);
  return call.done(machine.heap().make_int(integer_bit_count(int_view_of(call[0], room))));
}

bool byte_order_argument(Machine& machine, Value value, ByteOrder& order) {
  if (value.is_empty()) {
    order = ByteOrder::big;
    return true;
  }
  const auto* text = try_as<StrObject>(value);
  if (text != nullptr && (text->view() == "little" || text->view() == "big")) {
    order = text->view() == "little" ? ByteOrder::little : ByteOrder::big;
    return true;
  }
  machine.raise(BuiltinClass::value_error, "byteorder must be either 'little' or 'big'");
  return false;
}

Step int_to_bytes(Machine& machine, Call& call) {
  int64_t length = 1;
  ByteOrder order = ByteOrder::big;
  if (!int_argument(machine, call[1], length) || !byte_order_argument(machine, call[2], order)) return Step::raised;
  if (length < 0) return raise_value_error(machine, "length argument must be non-negative");
  const bool is_signed = call.given(3) && Machine::plain_truth(call[3]) == 1;
  SmallInteger room(0);
  const auto bytes = integer_to_bytes(int_view_of(call[0], room), length, order,
                                      is_signed ? Signedness::is_signed : Signedness::is_unsigned);
  if (!bytes) return machine.raise(bytes.error());
  return call.done(machine.heap().make_bytes(*bytes));
}

Step int_from_bytes(Machine& machine, Call& call) {
  ByteOrder order = ByteOrder::big;
  if (!byte_order_argument(machine, call[2], order)) return Step::raised;
  const bool is_signed = call.given(3) && Machine::plain_truth(call[3]) == 1;
  std::string data;
  if (is_bytes_like(call[1])) {
    data = bytes_view(call[1]);
  } else {
    ListObject* items = machine.heap().make_list();
    if (is_kind(call[1], Kind::string) || walk_builtin(machine, call[1], items) != Work::done) {
      return raise_type_error(machine, "cannot convert '" + class_name_of(call[1]) + "' object to bytes");
    }
    for (const Value item : items->all()) {
      char byte = 0;
      if (to_byte(machine, item, byte) != Work::done) return Step::raised;
      data += byte;
    }
  }
  const Integer number =
      integer_from_bytes(data, order, is_signed ? Signedness::is_signed : Signedness::is_unsigned);
  return call.done(as_instance_of(machine, call[0], new_int(machine, number)));
}

Step int_as_integer_ratio(Machine& machine, Call& call) {
  SmallInteger room(0);
  const Value self = new_int(machine, int_view_of(call[0], room));
  return call.done(Value::object(machine.heap().make_tuple({self, Value::small_int(1)})));
}

Step int_round(Machine& machine, Call& call) {
  SmallInteger room(0);
  const IntegerView number = int_view_of(call[0], room);
  int64_t digits = 0;
  if (call.given(1) && !call[1].is_none() && !machine.to_index(call[1], digits)) return Step::raised;
  return finish_integer(machine, call, integer_round(number, digits));
}

Step number_divmod_method(Machine& machine, Call& call) {
  Value out;
  return finish_work(machine, call, number_divmod(machine, call[0], call[1], out), out, "", {});
}

Step number_reflected_divmod(Machine& machine, Call& call) {
  Value out;
  return finish_work(machine, call, number_divmod(machine, call[1], call[0], out), out, "", {});
}

// int.__pow__(self, value, mod=None)
Step number_power(Machine& machine, Call& call) {
  Value out;
  const bool has_modulus = call.given(2) && !call[2].is_none();
  const Work work = has_modulus ? integer_power_modulo(machine, call[0], call[1], call[2], out)
                                : number_binary(machine, BinaryOperator::power, call[0], call[1], out);
  return finish_work(machine, call, work, out, "", {});
}

Step one(Machine&, Call& call) { return call.done(Value::small_int(1)); }
Step zero(Machine&, Call& call) { return call.done(Value::small_int(0)); }

constexpr NativeRow kIntMethods[] = {
    {"__new__", "(cls, x=0, /, base=10)", "Convert a number or string to an integer.", int_new},
    {"__repr__", "(self, /)", "Return repr(self).", repr_method},
    {"__hash__", "(self, /)", "Return hash(self).", hash_method},
    {"__bool__", "(self, /)", "True if self else False", int_bool},
    {"__int__", "(self, /)", "int(self)", int_itself},
    {"__index__", "(self, /)", "Return self converted to an integer.", int_itself},
    {"__float__", "(self, /)", "float(self)", int_float},
    {"__trunc__", "(self, /)", "Truncating an Integral returns itself.", int_itself},
    {"__floor__", "(self, /)", "Flooring an Integral returns itself.", int_itself},
    {"__ceil__", "(self, /)", "Ceiling of an Integral returns itself.", int_itself},
    {"__round__", "(self, ndigits=None, /)", "Round to ndigits, keeping an int.", int_round},
    {"__abs__", "(self, /)", "abs(self)", int_abs},
    {"__neg__", "(self, /)", "-self", unary_method<UnaryOperator::negative>},
    {"__pos__", "(self, /)", "+self", unary_method<UnaryOperator::positive>},
    {"__invert__", "(self, /)", "~self", unary_method<UnaryOperator::invert>},
    {"__format__", "(self, format_spec, /)", "Format according to format_spec.", format_method},
    {"__divmod__", "(self, value, /)", "Return divmod(self, value).", number_divmod_method},
    {"__rdivmod__", "(self, value, /)", "Return divmod(value, self).", number_reflected_divmod},
    {"__pow__", "(self, value, mod=None, /)", "Return pow(self, value, mod).", number_power},
    {"__rpow__", "(self, value, mod=None, /)", "Return pow(value, self, mod).",
     reflected_method<BinaryOperator::power>},
    LOCKSTEP_BINARY_METHOD("add", add),
    LOCKSTEP_BINARY_METHOD("sub", subtract),
    LOCKSTEP_BINARY_METHOD("mul", multiply),
    LOCKSTEP_BINARY_METHOD("truediv", true_divide),
    LOCKSTEP_BINARY_METHOD("floordiv", floor_divide),
    LOCKSTEP_BINARY_METHOD("mod", modulo),
    LOCKSTEP_BINARY_METHOD("lshift", left_shift),
    LOCKSTEP_BINARY_METHOD("rshift", right_shift),
    LOCKSTEP_BINARY_METHOD("and", bit_and),
    LOCKSTEP_BINARY_METHOD("or", bit_or),
    LOCKSTEP_BINARY_METHOD("xor", bit_xor),
    LOCKSTEP_COMPARE_METHODS,
    {"conjugate", "(self, /)", "Returns self, the complex conjugate of any int.", int_itself},
    {"bit_length", "(self, /)", "Number of bits necessary to represent self in binary.", int_bit_length},
    {"bit_count", "(self, /)", "Number of ones in the binary form of the absolute value.", int_bit_count},
    {"to_bytes", "(self, /, length=1, byteorder='big', *, signed=False)", "Return an array of bytes.",
     int_to_bytes},
    {"from_bytes", "(cls, /, bytes, byteorder='big', *, signed=False)",
     "Return the integer that an array of bytes stands for.", int_from_bytes, Effect::none,
     OperationKind::none, NativeRow::Form::class_method},
    {"as_integer_ratio", "(self, /)", "A pair of ints whose ratio is this int.", int_as_integer_ratio},
};

constexpr NativeAttribute kIntAttributes[] = {
    {"real", "the real part of a complex number", int_itself, nullptr},
    {"imag", "the imaginary part of a complex number", zero, nullptr},
    {"numerator", "the numerator of a rational number in lowest terms", int_itself, nullptr},
    {"denominator", "the denominator of a rational number in lowest terms", one, nullptr},
};

// --- bool ---------------------------------------------------------------------------------------------

Step bool_new(Machine& machine, Call& call) {
  if (!call.given(1)) return call.done(Value::boolean(false));
  const int plain = Machine::plain_truth(call[1]);
  if (plain >= 0) return call.done(Value::boolean(plain == 1));
  return machine.tail_call(call, machine.prelude("truth_of"), {call[1]});
}

constexpr NativeRow kBoolMethods[] = {
    {"__new__", "(cls, x=False, /)", "True when the argument is true, False otherwise.", bool_new},
    {"__repr__", "(self, /)", "Return repr(self).", repr_method},
};

// --- float --------------------------------------------------------------------------------------------

Step float_from(Machine& machine, Call& call, Value cls, Value value) {
  const Number number(value);
  if (number.is_integer() || number.is_real()) {
    const auto converted = number.to_double();
    if (!converted) return machine.raise(converted.error());
    return call.done(as_instance_of(machine, cls, machine.heap().make_float(*converted)));
  }
  std::string_view text;
  ParsedFrom from = ParsedFrom::text;
  if (!text_argument(value, text, from)) {
    return raise_type_error(machine, "float() argument must be a string or a real number, not '" +
                                         class_name_of(value) + "'");
  }
  const auto parsed = parse_float(text, from);
  if (!parsed) return machine.raise(parsed.error());
  return call.done(as_instance_of(machine, cls, machine.heap().make_float(*parsed)));
}

Step float_new(Machine& machine, Call& call) {
  constexpr uint8_t kConverted = 1;
  if (call.phase() == kConverted) return float_from(machine, call, call[0], call.answer());
  if (!call.given(1)) return call.done(as_instance_of(machine, call[0], Value::flonum(0.0)));
  if (overrides(call[1], Special::float_) || overrides(call[1], Special::index)) {
    return machine.call(call, kConverted, machine.prelude("to_float"), {call[1]});
  }
  return float_from(machine, call, call[0], call[1]);
}

Step float_itself(Machine& machine, Call& call) { return call.done(machine.heap().make_float(float_of(call[0]))); }

Step float_int(Machine& machine, Call& call) {
  return finish_integer(machine, call, integer_from_double(float_of(call[0])));
}

Step float_floor(Machine& machine, Call& call) {
  return finish_integer(machine, call, integer_from_double(std::floor(float_of(call[0]))));
}

Step float_ceil(Machine& machine, Call& call) {
  return finish_integer(machine, call, integer_from_double(std::ceil(float_of(call[0]))));
}

Step float_bool(Machine&, Call& call) { return call.done(Value::boolean(float_of(call[0]) != 0)); }

Step float_abs(Machine& machine, Call& call) {
  return call.done(machine.heap().make_float(std::fabs(float_of(call[0]))));
}

Step float_rounded(Machine& machine, Call& call) {
  const double number = float_of(call[0]);
  if (!call.given(1) || call[1].is_none()) {
    return finish_integer(machine, call, integer_round_double(number));
  }
  int64_t digits = 0;
  if (is_int_value(call[1])) {
    digits = clamped_int(call[1]);
  } else if (!machine.to_index(call[1], digits)) {
    return Step::raised;
  }
  const auto rounded = float_round(number, digits);
  if (!rounded) return machine.raise(rounded.error());
  return call.done(machine.heap().make_float(*rounded));
}

Step float_is_integer(Machine&, Call& call) {
  const double number = float_of(call[0]);
  return call.done(Value::boolean(std::isfinite(number) && std::floor(number) == number));
}

Step float_hex_method(Machine& machine, Call& call) {
  return call.done(string_value(machine, float_hex(float_of(call[0]))));
}

Step float_from_hex(Machine& machine, Call& call) {
  const auto* text = try_as<StrObject>(call[1]);
  if (text == nullptr) return raise_type_error(machine, "fromhex() argument must be str, not " + class_name_of(call[1]));
  const auto number = parse_float_hex(text->view());
  if (!number) return machine.raise(number.error());
  return call.done(as_instance_of(machine, call[0], machine.heap().make_float(*number)));
}

Step float_as_integer_ratio(Machine& machine, Call& call) {
  const auto ratio = double_as_integer_ratio(float_of(call[0]));
  if (!ratio) return machine.raise(ratio.error());
  return call.done(Value::object(machine.heap().make_tuple(
      {new_int(machine, ratio->first), new_int(machine, ratio->second)})));
}

Step float_zero(Machine&, Call& call) { return call.done(Value::flonum(0.0)); }

constexpr NativeRow kFloatMethods[] = {
    {"__new__", "(cls, x=0, /)", "Convert a string or number to a floating point number.", float_new},
    {"__repr__", "(self, /)", "Return repr(self).", repr_method},
    {"__hash__", "(self, /)", "Return hash(self).", hash_method},
    {"__bool__", "(self, /)", "True if self else False", float_bool},
    {"__int__", "(self, /)", "int(self)", float_int},
    {"__float__", "(self, /)", "float(self)", float_itself},
    {"__trunc__", "(self, /)", "Return the Integral closest to x between 0 and x.", float_int},
    {"__floor__", "(self, /)", "Return the floor as an Integral.", float_floor},
    {"__ceil__", "(self, /)", "Return the ceiling as an Integral.", float_ceil},
    {"__round__", "(self, ndigits=None, /)", "Return the Integral closest to x, rounding half toward even.",
     float_rounded},
    {"__abs__", "(self, /)", "abs(self)", float_abs},
    {"__neg__", "(self, /)", "-self", unary_method<UnaryOperator::negative>},
    {"__pos__", "(self, /)", "+self", unary_method<UnaryOperator::positive>},
    {"__format__", "(self, format_spec, /)", "Format according to format_spec.", format_method},
    {"__divmod__", "(self, value, /)", "Return divmod(self, value).", number_divmod_method},
    {"__rdivmod__", "(self, value, /)", "Return divmod(value, self).", number_reflected_divmod},
    {"__pow__", "(self, value, mod=None, /)", "Return pow(self, value, mod).", number_power},
    {"__rpow__", "(self, value, mod=None, /)", "Return pow(value, self, mod).",
     reflected_method<BinaryOperator::power>},
    LOCKSTEP_BINARY_METHOD("add", add),
    LOCKSTEP_BINARY_METHOD("sub", subtract),
    LOCKSTEP_BINARY_METHOD("mul", multiply),
    LOCKSTEP_BINARY_METHOD("truediv", true_divide),
    LOCKSTEP_BINARY_METHOD("floordiv", floor_divide),
    LOCKSTEP_BINARY_METHOD("mod", modulo),
    LOCKSTEP_COMPARE_METHODS,
    {"conjugate", "(self, /)", "Return self, the complex conjugate of any float.", float_itself},
    {"is_integer", "(self, /)", "Return True if the float is an integer.", float_is_integer},
    {"hex", "(self, /)", "Return a hexadecimal representation of a floating-point number.", float_hex_method},
    {"fromhex", "(cls, string, /)", "Create a floating-point number from a hexadecimal string.",
     float_from_hex, Effect::none, OperationKind::none, NativeRow::Form::class_method},
    {"as_integer_ratio", "(self, /)", "A pair of ints whose ratio is exactly the float.",
     float_as_integer_ratio},
};

constexpr NativeAttribute kFloatAttributes[] = {
    {"real", "the real part of a complex number", float_itself, nullptr},
    {"imag", "the imaginary part of a complex number", float_zero, nullptr},
};

}  // namespace

void add_number_types(RegistryBuilder& registry) {
  registry.methods(BuiltinClass::int_, kIntMethods);
  registry.attributes(BuiltinClass::int_, kIntAttributes);
  registry.describe(BuiltinClass::int_, "int([x]) -> integer\nint(x, base=10) -> integer");
  registry.methods(BuiltinClass::bool_, kBoolMethods);
  registry.describe(BuiltinClass::bool_, "bool(x) -> bool");
  registry.methods(BuiltinClass::float_, kFloatMethods);
  registry.attributes(BuiltinClass::float_, kFloatAttributes);
  registry.describe(BuiltinClass::float_, "Convert a string or number to a floating point number, if possible.");
}

}  // namespace lockstep
