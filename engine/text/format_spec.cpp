#include "text/format_spec.h"

#include "text/float_digits.h"
#include "text/integer_text.h"
#include "text/number_layout.h"
#include "text/string_ops.h"
#include "text/unicode.h"

namespace lockstep {

namespace {

Failure<TextError> specification_error(std::string message) {
  return text_failure(TextErrorKind::value_error, std::move(message));
}

// A character as CPython's messages show one.
std::string shown_character(char32_t c) {
  if (c > 32 && c < 128) return std::string(1, static_cast<char>(c));
  return "\\x" + *integer_to_text(SmallInteger(c), 16);
}

Failure<TextError> unknown_code(char32_t type, std::string_view type_name) {
  return specification_error("Unknown format code '" + shown_character(type) + "' for object of type '" +
                     std::string(type_name) + "'");
}

bool is_alignment(char c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

// Reads a spec from the left, a byte at a time: only the fill and the type can be other than ASCII.
class SpecReader {
 public:
  explicit SpecReader(std::string_view spec) : spec_(spec) {}

  bool at_end() const { return offset_ == spec_.size(); }
  char peek() const { return at_end() ? '\0' : spec_[offset_]; }
  bool take(char c) {
    if (at_end() || spec_[offset_] != c) return false;
    ++offset_;
    return true;
  }
  char32_t take_code_point() { return next_code_point(spec_, offset_); }

  // Reads [fill]align. CPython takes a fill whenever an alignment follows it.
  bool take_alignment(FormatSpec& out) {
    if (at_end()) return false;
    size_t second = offset_;
    const char32_t first = next_code_point(spec_, second);
    if (second < spec_.size() && is_alignment(spec_[second])) {
      out.fill = first;
      out.align = spec_[second];
      offset_ = second + 1;
      return true;
    }
    if (is_alignment(peek())) out.align = spec_[offset_++];
    return false;
  }

  // -1 where there are no digits; false when there are too many.
  bool take_number(int64_t& out) {
    out = -1;
    while (!at_end() && decimal_digit_here() >= 0) {
      const int digit = decimal_digit_here();
      if (out < 0) out = 0;
      if (out > (INT64_MAX - digit) / 10) return false;
      out = out * 10 + digit;
      take_code_point();
    }
    return true;
  }

 private:
  int decimal_digit_here() const {
    size_t offset = offset_;
    return decimal_value(next_code_point(spec_, offset));
  }

  std::string_view spec_;
  size_t offset_ = 0;
};

// Whether digits of this presentation type may be grouped.
bool allows_grouping(char32_t type, char grouping) {
  switch (type) {
    case 'd':
    case 'e':
    case 'f':
    case 'g':
    case 'E':
    case 'F':
    case 'G':
    case '%':
    case U'\0':
      return true;
    case 'b':
    case 'o':
    case 'x':
    case 'X':
      return grouping == '_';
    default:
      return false;
  }
}

char sign_character(bool negative, char asked) {
  if (negative) return '-';
  return asked == '+' || asked == ' ' ? asked : '\0';
}

bool is_integer_type(char32_t type) {
  return type == U'\0' || (type < 0x80 && std::string_view("bcdoxXn").find(
                                              static_cast<char>(type)) != std::string_view::npos);
}

bool is_float_type(char32_t type) {
  return type < 0x80 && type != U'\0' &&
         std::string_view("eEfFgG%").find(static_cast<char>(type)) != std::string_view::npos;
}

struct BaseOfType {
  int base = 10;
  std::string_view prefix;
};

BaseOfType base_of(char32_t type) {
  switch (type) {
    case 'b':
      return {2, "0b"};
    case 'o':
      return {8, "0o"};
    case 'x':
      return {16, "0x"};
    case 'X':
      return {16, "0X"};
    default:
      return {};
  }
}

Result<bool, TextError> check_integer_spec(const FormatSpec& spec) {
  if (spec.precision >= 0) {
    return specification_error("Precision not allowed in integer format specifier");
  }
  if (spec.no_negative_zero) {
    return specification_error("Negative zero coercion (z) not allowed in integer format specifier");
  }
  if (spec.type == 'c' && spec.sign != '\0') {
    return specification_error("Sign not allowed with integer format specifier 'c'");
  }
  if (spec.type == 'c' && spec.alternate) {
    return specification_error("Alternate form (#) not allowed with integer format specifier 'c'");
  }
  if (spec.width > kMaximumFormatWidth) return text_failure(TextErrorKind::memory_error, "");
  return true;
}

std::string lay_out(NumberLayout number, const FormatSpec& spec) {
  number.fill = spec.fill;
  number.align = spec.align == '\0' ? '>' : spec.align;
  number.width = spec.width;
  number.grouping = spec.grouping;
  return lay_out_number(number);
}

// An int whose digits (without sign) are at hand.
std::string lay_out_integer(bool negative, std::string_view digits, const FormatSpec& spec) {
  const BaseOfType base = base_of(spec.type);
  NumberLayout number;
  number.sign = sign_character(negative, spec.sign);
  if (spec.alternate) number.prefix = base.prefix;
  number.digits = digits;
  number.group_size = base.base == 10 ? 3 : 4;
  return lay_out(number, spec);
}

TextResult<std::string> format_character(IntegerView value, const FormatSpec& spec) {
  const auto code = integer_to_int64(value);
  if (!code) {
    return text_failure(TextErrorKind::overflow_error, "Python int too large to convert to C long");
  }
  if (*code < 0 || *code > static_cast<int64_t>(kMaximumCodePoint)) {
    return text_failure(TextErrorKind::overflow_error, "%c arg not in range(0x110000)");
  }
  const std::string character = to_utf8(static_cast<char32_t>(*code));
  NumberLayout number;
  number.rest = character;
  return lay_out(number, spec);
}

void to_upper_ascii(std::string& text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
}

// -0, -0.00 and -0e+00, but not -inf.
bool is_negative_zero(std::string_view digits) {
  if (digits.empty() || digits[0] != '-' || digits.size() < 2 || digits[1] != '0') return false;
  const std::string_view mantissa = digits.substr(1, digits.find_first_of("eE") - 1);
  return mantissa.find_first_not_of("0.") == std::string_view::npos;
}

}  // namespace

TextResult<FormatSpec> parse_format_spec(std::string_view text, FormatTarget target,
                                         std::string_view type_name) {
  FormatSpec spec;
  SpecReader reader(text);
  const auto too_many_digits = [] {
    return specification_error("Too many decimal digits in format string");
  };
  const bool fill_given = reader.take_alignment(spec);
  for (const char sign : {'+', '-', ' '}) {
    if (reader.take(sign)) {
      spec.sign = sign;
      break;
    }
  }
  spec.no_negative_zero = reader.take('z');
  spec.alternate = reader.take('#');
  if (!fill_given && reader.take('0')) {
    spec.fill = U'0';
    if (spec.align == '\0' && target != FormatTarget::text) spec.align = '=';
  }
  if (!reader.take_number(spec.width)) return too_many_digits();
  if (reader.take(',')) spec.grouping = ',';
  const bool both_separators = spec.grouping == ',' && reader.peek() == '_';
  if (reader.take('_')) spec.grouping = '_';
  if (both_separators || (spec.grouping == '_' && reader.peek() == ',')) {
    return specification_error("Cannot specify both ',' and '_'.");
  }
  if (reader.take('.')) {
    if (!reader.take_number(spec.precision)) return too_many_digits();
    if (spec.precision < 0) return specification_error("Format specifier missing precision");
  }
  if (!reader.at_end()) {
    spec.type = reader.take_code_point();
    if (!reader.at_end()) {
      return specification_error("Invalid format specifier '" + std::string(text) +
                         "' for object of type '" + std::string(type_name) + "'");
    }
  }
  if (spec.grouping != '\0') {
    // What a type left out stands for.
    const char32_t by_default = target == FormatTarget::integer ? U'd'
                                : target == FormatTarget::text  ? U's'
                                                                : U'\0';
    const char32_t type = spec.type == U'\0' ? by_default : spec.type;
    if (!allows_grouping(type, spec.grouping)) {
      return specification_error(std::string("Cannot specify '") + spec.grouping + "' with '" +
                         shown_character(type) + "'.");
    }
  }
  return spec;
}

TextResult<std::string> format_int64(int64_t value, const FormatSpec& spec,
                                     std::string_view type_name) {
  const bool decimal = spec.type == U'\0' || spec.type == 'd' || spec.type == 'n';
  if (!decimal) return format_integer(SmallInteger(value), spec, type_name);
  const auto checked = check_integer_spec(spec);
  if (!checked) return Failure(checked.error());
  char buffer[20];
  const std::string_view digits(buffer, int64_to_text(value, buffer));
  return lay_out_integer(value < 0, digits.substr(value < 0 ? 1 : 0), spec);
}

TextResult<std::string> format_integer(IntegerView value, const FormatSpec& spec,
                                       std::string_view type_name, int64_t digit_limit) {
  if (is_float_type(spec.type)) {
    const auto as_double = integer_to_double(value);
    if (!as_double) return Failure(as_double.error());
    return format_float(*as_double, spec, type_name);
  }
  if (!is_integer_type(spec.type)) return unknown_code(spec.type, type_name);
  const auto checked = check_integer_spec(spec);
  if (!checked) return Failure(checked.error());
  if (spec.type == 'c') return format_character(value, spec);
  auto digits = integer_to_text({false, value.limbs}, base_of(spec.type).base, BasePrefix::none, digit_limit);
  if (!digits) return digits;
  if (spec.type == 'X') to_upper_ascii(*digits);
  return lay_out_integer(value.negative, *digits, spec);
}

TextResult<std::string> format_float(double value, const FormatSpec& spec,
                                     std::string_view type_name) {
  if (spec.type != U'\0' && spec.type != 'n' && !is_float_type(spec.type)) {
    return unknown_code(spec.type, type_name);
  }
  if (spec.precision > INT32_MAX) return specification_error("precision too big");
  if (spec.precision > kMaximumFormatWidth || spec.width > kMaximumFormatWidth) {
    return text_failure(TextErrorKind::memory_error, "");
  }
  FloatDigits how;
  how.alternate = spec.alternate;
  if (spec.precision >= 0) how.precision = spec.precision;
  switch (spec.type) {
    case U'\0':
      how.type = spec.precision >= 0 ? 'g' : 'r';
      how.add_point_zero = true;
      break;
    case 'n':
      how.type = 'g';
      break;
    case '%':
      how.type = 'f';
      value *= 100;
      break;
    default:
      how.type = static_cast<char>(spec.type);
      break;
  }
  std::string digits = float_digits(value, how);
  if (spec.no_negative_zero && is_negative_zero(digits)) digits.erase(0, 1);
  if (spec.type == '%') digits += '%';

  std::string_view rest = digits;
  NumberLayout number;
  const bool negative = rest[0] == '-';
  if (negative) rest.remove_prefix(1);
  number.sign = sign_character(negative, spec.sign);
  const size_t whole = std::min(rest.find_first_not_of("0123456789"), rest.size());
  number.digits = rest.substr(0, whole);
  number.rest = rest.substr(whole);
  return lay_out(number, spec);
}

TextResult<std::string> format_string(std::string_view value, const FormatSpec& spec,
                                      std::string_view type_name) {
  if (spec.type != U'\0' && spec.type != 's') return unknown_code(spec.type, type_name);
  if (spec.sign != '\0') {
    return specification_error(spec.sign == ' ' ? "Space not allowed in string format specifier"
                                        : "Sign not allowed in string format specifier");
  }
  if (spec.no_negative_zero) {
    return specification_error("Negative zero coercion (z) not allowed in string format specifier");
  }
  if (spec.alternate) {
    return specification_error("Alternate form (#) not allowed in string format specifier");
  }
  if (spec.align == '=') {
    return specification_error("'=' alignment not allowed in string format specifier");
  }
  if (spec.width > kMaximumFormatWidth) return text_failure(TextErrorKind::memory_error, "");
  if (spec.precision >= 0) value = string_slice(value, 0, spec.precision);
  const std::string fill = to_utf8(spec.fill);
  if (spec.align == '>') return string_rjust(value, spec.width, fill);
  if (spec.align != '^') return string_ljust(value, spec.width, fill);
  // Unlike str.center, an odd fill always goes to the right.
  const int64_t missing = std::max<int64_t>(spec.width - code_point_count(value), 0);
  return string_repeat(fill, missing / 2) + std::string(value) +
         string_repeat(fill, missing - missing / 2);
}

}  // namespace lockstep
