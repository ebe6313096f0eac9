#include <cmath>

#include "text/format_spec.h"
#include "vm/numbers.h"
#include "vm/operations.h"
#include "vm/quick_format.h"
#include "vm/value_text.h"

namespace lockstep {

namespace {

Work finish(Machine& machine, TextResult<std::string> text, std::string& out) {
  if (!text) {
    machine.raise(text.error());
    return Work::raised;
  }
  out = std::move(*text);
  return Work::done;
}

Work format_complex(Machine& machine, double real, double imaginary, const FormatSpec& spec,
                    std::string& out) {
  const auto fail = [&](std::string_view message) {
    machine.raise(BuiltinClass::value_error, message);
    return Work::raised;
  };
  if (spec.fill == U'0' && spec.align == '=') {
    return fail("Zero padding is not allowed in complex format specifier");
  }
  if (spec.align == '=')
    return fail("'=' alignment flag is not allowed in complex format specifier");
  FormatSpec part = spec;
  part.width = -1;
  part.fill = U' ';
  part.align = '\0';
  const bool is_bare = spec.type == U'\0';
  const bool skips_real = is_bare && real == 0 && !std::signbit(real);
  if (is_bare) part.type = spec.precision < 0 ? U'r' : U'g';
  std::string text;
  const auto add = [&](double number, const FormatSpec& how) {
    if (how.type == U'r') {
      // As repr, without ".0".
      std::string digits = complex_repr(0.0, number);
      digits.pop_back();
      if (!digits.starts_with("-") && how.sign != '\0' && how.sign != '-')
        digits.insert(0, 1, how.sign);
      text += digits;
      return true;
    }
    auto formatted = format_float(number, how, "complex");
    if (!formatted) {
      machine.raise(formatted.error());
      return false;
    }
    text += *formatted;
    return true;
  };
  if (!skips_real && !add(real, part)) return Work::raised;
  FormatSpec second = part;
  if (!skips_real) second.sign = '+';
  if (!add(imaginary, second)) return Work::raised;
  text += 'j';
  if (is_bare && !skips_real) text = "(" + text + ")";
  FormatSpec field;
  field.width = spec.width;
  field.fill = spec.fill;
  field.align = spec.align == '\0' ? '>' : spec.align;
  return finish(machine, format_string(text, field), out);
}

Work with_spec(Machine& machine, Value value, std::string_view text, FormatTarget target,
               FormatSpec& spec) {
  auto parsed = parse_format_spec(text, target, Machine::class_name(value));
  if (!parsed) {
    machine.raise(parsed.error());
    return Work::raised;
  }
  spec = *parsed;
  return Work::done;
}

}  // namespace

Work format_builtin(Machine& machine, Value value, std::string_view spec_text, std::string& out) {
  QuickFormat quick;
  if (!spec_text.empty() && quick.read_spec(spec_text)) {
    std::string text;
    if (quick.write(value, text)) {
      out = std::move(text);
      return Work::done;
    }
  }
  if (overrides(value, Special::format)) return Work::script;
  if (spec_text.empty()) return machine.str(value, out) ? Work::done : Work::script;
  return format_by_kind(machine, value, spec_text, out);
}

Work format_by_kind(Machine& machine, Value value, std::string_view spec_text, std::string& out) {
  const std::string_view name = Machine::class_name(value);
  const Number number(value);
  FormatSpec spec;
  if (number.is_integer()) {
    const Work work = with_spec(machine, value, spec_text, FormatTarget::integer, spec);
    if (work != Work::done) return work;
    return finish(machine,
                  number.is_small() ? format_int64(number.small(), spec, name)
                                    : format_integer(number.view(), spec, name, machine.state().digit_limit),
                  out);
  }
  if (number.is_real()) {
    const Work work = with_spec(machine, value, spec_text, FormatTarget::floating, spec);
    return work != Work::done ? work
                              : finish(machine, format_float(number.real(), spec, name), out);
  }
  if (number.is_complex()) {
    const Work work = with_spec(machine, value, spec_text, FormatTarget::floating, spec);
    return work != Work::done
               ? work
               : format_complex(machine, number.real(), number.imaginary(), spec, out);
  }
  if (const auto* string = try_as<StrObject>(value)) {
    const Work work = with_spec(machine, value, spec_text, FormatTarget::text, spec);
    return work != Work::done ? work
                              : finish(machine, format_string(string->view(), spec, name), out);
  }
  machine.raise(BuiltinClass::type_error,
                "unsupported format string passed to " + std::string(name) + ".__format__");
  return Work::raised;
}

}  // namespace lockstep
