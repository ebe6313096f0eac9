#include <cmath>

#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "text/escape.h"
#include "text/float_text.h"
#include "text/string_ops.h"

namespace lockstep {

namespace {

// complex("1+2j"): two floats, the second behind a sign and before a j. False: no complex number.
bool parse_complex(std::string_view text, double& real, double& imaginary) {
  text = string_strip(text);
  if (text.size() >= 2 && text.front() == '(' && text.back() == ')') {
    text = string_strip(text.substr(1, text.size() - 2));
  }
  real = imaginary = 0;
  if (text.empty() || text.find(' ') != std::string_view::npos) return false;
  const bool has_unit = text.back() == 'j' || text.back() == 'J';
  if (!has_unit) {
    const auto number = parse_float(text);
    if (number) real = *number;
    return number.has_value();
  }
  text.remove_suffix(1);
  // The sign that begins the imaginary part: the last one that belongs to no exponent.
  size_t sign = text.size();
  for (size_t i = text.size(); i-- > 0;) {
    if ((text[i] == '+' || text[i] == '-') &&
        (i == 0 || (text[i - 1] != 'e' && text[i - 1] != 'E'))) {
      sign = i;
      break;
    }
  }
  const std::string_view first = sign == text.size() ? std::string_view() : text.substr(0, sign);
  const std::string_view second = sign == text.size() ? text : text.substr(sign);
  if (!first.empty()) {
    const auto number = parse_float(first);
    if (!number) return false;
    real = *number;
  }
  if (second.empty() || second == "+" || second == "-") {
    imaginary = second == "-" ? -1 : 1;
    return true;
  }
  const auto number = parse_float(second);
  if (number) imaginary = *number;
  return number.has_value();
}

Step complex_new(Machine& machine, Call& call) {
  Heap& heap = machine.heap();
  const auto finish = [&](double real, double imaginary) {
    return call.done(as_instance_of(machine, call[0], heap.make_complex(real, imaginary)));
  };
  if (!call.given(1) && !call.given(2)) return finish(0, 0);
  if (call.given(1)) {
    if (const auto* text = try_as<StrObject>(call[1])) {
      if (call.given(2))
        return raise_type_error(machine, "complex() can't take second arg if first is a string");
      double real = 0;
      double imaginary = 0;
      if (!parse_complex(text->view(), real, imaginary)) {
        return raise_value_error(machine, "complex() arg is a malformed string");
      }
      return finish(real, imaginary);
    }
    if (overrides(call[1], Special::complex_) || overrides(call[1], Special::float_) ||
        overrides(call[1], Special::index)) {
      return machine.tail_call(call, machine.prelude("to_complex"),
                               {call[0], call[1], call.given(2) ? call[2] : Value::small_int(0)});
    }
  }
  if (call.given(2) && is_kind(call[2], Kind::string)) {
    return raise_type_error(machine, "complex() second arg can't be a string");
  }
  const Number first(call.given(1) ? call[1] : Value::small_int(0));
  const Number second(call.given(2) ? call[2] : Value::small_int(0));
  if (first.is_none()) {
    return raise_type_error(machine,
                            "complex() first argument must be a string or a number, not '" +
                                class_name_of(call[1]) + "'");
  }
  if (second.is_none()) {
    return raise_type_error(machine, "complex() second argument must be a number, not '" +
                                         class_name_of(call[2]) + "'");
  }
  const auto real = first.to_double();
  const auto other = second.to_double();
  if (!real) return machine.raise(real.error());
  if (!other) return machine.raise(other.error());
  // complex(a, b) is a + b*1j, whichever of them are complex; zeros keep their signs.
  return finish(second.is_complex() ? *real - second.imaginary() : *real,
                first.is_complex() ? *other + first.imaginary() : *other);
}

double real_of(const Call& call) { return as<ComplexObject>(call[0])->real; }
double imaginary_of(const Call& call) { return as<ComplexObject>(call[0])->imaginary; }

Step complex_conjugate(Machine& machine, Call& call) {
  return call.done(machine.heap().make_complex(real_of(call), -imaginary_of(call)));
}
Step complex_abs(Machine& machine, Call& call) {
  const double length = std::hypot(real_of(call), imaginary_of(call));
  if (std::isinf(length) && std::isfinite(real_of(call)) && std::isfinite(imaginary_of(call))) {
    return machine.raise(BuiltinClass::overflow_error, "absolute value too large");
  }
  return call.done(machine.heap().make_float(length));
}
Step complex_bool(Machine&, Call& call) {
  return call.done(Value::boolean(real_of(call) != 0 || imaginary_of(call) != 0));
}
Step complex_real(Machine& machine, Call& call) {
  return call.done(machine.heap().make_float(real_of(call)));
}
Step complex_imaginary(Machine& machine, Call& call) {
  return call.done(machine.heap().make_float(imaginary_of(call)));
}
Step complex_itself(Machine& machine, Call& call) {
  return call.done(machine.heap().make_complex(real_of(call), imaginary_of(call)));
}

constexpr NativeRow kComplexMethods[] = {
    {"__new__", "(cls, real=0, imag=0)", "Create a complex number from a string or numbers.",
     complex_new},
    {"__repr__", "(self, /)", "Return repr(self).", repr_method},
    {"__hash__", "(self, /)", "Return hash(self).", hash_method},
    {"__bool__", "(self, /)", "True if self else False", complex_bool},
    {"__complex__", "(self, /)", "Convert this value to exact type complex.", complex_itself},
    {"__format__", "(self, format_spec, /)", "Convert to a string according to format_spec.",
     format_method},
    {"__abs__", "(self, /)", "abs(self)", complex_abs},
    {"__neg__", "(self, /)", "-self", unary_method<UnaryOperator::negative>},
    {"__pos__", "(self, /)", "+self", unary_method<UnaryOperator::positive>},
    LOCKSTEP_BINARY_METHOD("add", add),
    LOCKSTEP_BINARY_METHOD("sub", subtract),
    LOCKSTEP_BINARY_METHOD("mul", multiply),
    LOCKSTEP_BINARY_METHOD("truediv", true_divide),
    LOCKSTEP_BINARY_METHOD("pow", power),
    LOCKSTEP_COMPARE_METHODS,
    {"conjugate", "(self, /)", "Return the complex conjugate of its argument.", complex_conjugate},
};

constexpr NativeAttribute kAttributes[] = {
    {"real", "the real part of a complex number", complex_real, nullptr},
    {"imag", "the imaginary part of a complex number", complex_imaginary, nullptr},
};

}  // namespace

void add_complex_type(RegistryBuilder& registry) {
  registry.methods(BuiltinClass::complex_, kComplexMethods);
  registry.attributes(BuiltinClass::complex_, kAttributes);
}

}  // namespace lockstep
