#include "text/percent_format.h"

#include <algorithm>

#include "text/float_digits.h"
#include "text/format_spec.h"
#include "text/integer_text.h"
#include "text/number_layout.h"
#include "text/string_ops.h"
#include "text/unicode.h"

namespace lockstep {

namespace {

TextError percent_type_error(std::string message) {
  return {TextErrorKind::type_error, std::move(message)};
}

TextError percent_value_error(std::string message) {
  return {TextErrorKind::value_error, std::move(message)};
}

// Reads digits at `offset`; false when the number exceeds `most`.
bool take_number(std::string_view text, size_t& offset, int64_t most, int64_t& out) {
  for (; offset < text.size() && is_ascii_digit(text[offset]); ++offset) {
    const int digit = text[offset] - '0';
    if (out > (most - digit) / 10) return false;
    out = out * 10 + digit;
  }
  return true;
}

// Behind the opening parenthesis at `offset`: the key, which may hold balanced parentheses.
void take_key(std::string_view text, size_t& offset, PercentConversion& conversion) {
  const size_t start = offset;
  conversion.has_key = true;
  for (int depth = 1; offset < text.size();) {
    const char c = text[offset++];
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (depth == 0) {
      conversion.key = text.substr(start, offset - start - 1);
      return;
    }
  }
  conversion.key_closed = false;
}

bool take_flag(char c, PercentConversion& conversion) {
  switch (c) {
    case '-':
      return conversion.left_adjust = true;
    case '+':
      return conversion.plus = true;
    case ' ':
      return conversion.space = true;
    case '#':
      return conversion.alternate = true;
    case '0':
      return conversion.zero = true;
    default:
      return false;
  }
}

bool is_too_wide(const PercentConversion& conversion) {
  return conversion.width > kMaximumFormatWidth || conversion.precision > kMaximumFormatWidth;
}

Failure<TextError> out_of_memory() { return text_failure(TextErrorKind::memory_error, ""); }

// Sign, prefix and digits in their field. `digits` has no sign.
std::string lay_out(bool negative, std::string_view prefix, std::string_view digits,
                    const PercentConversion& conversion) {
  NumberLayout number;
  number.sign = negative ? '-' : conversion.plus ? '+' : conversion.space ? ' ' : '\0';
  number.prefix = prefix;
  number.digits = digits;
  number.width = conversion.width;
  number.align = conversion.left_adjust ? '<' : conversion.zero ? '=' : '>';
  if (number.align == '=') number.fill = U'0';
  return lay_out_number(number);
}

// Text, or a character: zeros never fill its field.
std::string lay_out_text(std::string_view value, const PercentConversion& conversion) {
  return conversion.left_adjust ? string_ljust(value, conversion.width)
                                : string_rjust(value, conversion.width);
}

}  // namespace

TextResult<PercentPiece> PercentScanner::next() {
  PercentPiece piece;
  const size_t percent = std::min(pattern_.find('%', offset_), pattern_.size());
  piece.literal = pattern_.substr(offset_, percent - offset_);
  offset_ = percent;
  if (percent == pattern_.size()) {
    piece.is_last = true;
    return piece;
  }
  ++offset_;
  if (offset_ < pattern_.size() && pattern_[offset_] == '%') {
    piece.literal = pattern_.substr(offset_ - 1 - piece.literal.size(), piece.literal.size() + 1);
    ++offset_;
    return piece;
  }

  PercentConversion conversion;
  const auto here = [&] { return offset_ < pattern_.size() ? pattern_[offset_] : '\0'; };
  if (here() == '(') take_key(pattern_, ++offset_, conversion);
  while (take_flag(here(), conversion)) ++offset_;
  if (here() == '*') {
    conversion.width_is_star = true;
    ++offset_;
  } else if (is_ascii_digit(here())) {
    conversion.width = 0;
    if (!take_number(pattern_, offset_, INT64_MAX, conversion.width)) {
      return Failure(percent_value_error("width too big"));
    }
  }
  if (here() == '.') {
    ++offset_;
    conversion.precision = 0;
    if (here() == '*') {
      conversion.precision_is_star = true;
      ++offset_;
    } else if (!take_number(pattern_, offset_, INT32_MAX, conversion.precision)) {
      return Failure(percent_value_error("precision too big"));
    }
  }
  // C's length modifiers are passed over, one of them.
  if (here() == 'h' || here() == 'l' || here() == 'L') ++offset_;
  if (offset_ < pattern_.size()) {
    const size_t type_offset = offset_;
    conversion.type = next_code_point(pattern_, offset_);
    conversion.type_index = offset_to_index(pattern_, type_offset);
  }
  piece.conversion = conversion;
  return piece;
}

PercentKind percent_kind(char32_t type) {
  switch (type) {
    case 's':
      return PercentKind::text;
    case 'r':
      return PercentKind::representation;
    case 'a':
      return PercentKind::ascii;
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      return PercentKind::integer;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return PercentKind::floating;
    case 'c':
      return PercentKind::character;
    default:
      return PercentKind::unsupported;
  }
}

std::optional<TextError> percent_star(PercentConversion& conversion, PercentStar which,
                                      IntegerView argument) {
  const auto value = integer_to_int64(argument);
  if (which == PercentStar::width) {
    if (!value) {
      return TextError{TextErrorKind::overflow_error,
                       "Python int too large to convert to C ssize_t"};
    }
    if (*value < 0) conversion.left_adjust = true;
    conversion.width = *value < 0 ? -std::max(*value, -INT64_MAX) : *value;
  } else {
    if (!value || *value > INT32_MAX || *value < INT32_MIN) {
      return TextError{TextErrorKind::overflow_error, "Python int too large to convert to C int"};
    }
    conversion.precision = std::max<int64_t>(*value, 0);
  }
  return std::nullopt;
}

TextResult<std::string> percent_text(std::string_view value, const PercentConversion& conversion) {
  if (conversion.width > kMaximumFormatWidth) return out_of_memory();
  if (conversion.precision >= 0) value = string_slice(value, 0, conversion.precision);
  return lay_out_text(value, conversion);
}

TextResult<std::string> percent_integer(IntegerView value, const PercentConversion& conversion,
                                        int64_t digit_limit) {
  if (is_too_wide(conversion)) return out_of_memory();
  const bool hexadecimal = conversion.type == 'x' || conversion.type == 'X';
  const int base = hexadecimal ? 16 : conversion.type == 'o' ? 8 : 10;
  auto digits = integer_to_text({false, value.limbs}, base, BasePrefix::none, digit_limit);
  if (!digits) return digits;
  const auto size = static_cast<int64_t>(digits->size());
  if (size < conversion.precision) {
    digits->insert(0, static_cast<size_t>(conversion.precision - size), '0');
  }
  std::string_view prefix;
  if (conversion.alternate && base != 10) prefix = base == 8 ? "0o" : "0x";
  if (conversion.type == 'X') {
    std::transform(digits->begin(), digits->end(), digits->begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    if (!prefix.empty()) prefix = "0X";
  }
  return lay_out(value.negative, prefix, *digits, conversion);
}

TextResult<std::string> percent_float(double value, const PercentConversion& conversion) {
  if (is_too_wide(conversion)) return out_of_memory();
  FloatDigits how;
  how.type = static_cast<char>(conversion.type);
  how.alternate = conversion.alternate;
  if (conversion.precision >= 0) how.precision = conversion.precision;
  const std::string text = float_digits(value, how);
  const bool negative = text[0] == '-';
  return lay_out(negative, "", std::string_view(text).substr(negative ? 1 : 0), conversion);
}

TextResult<std::string> percent_character(IntegerView value, const PercentConversion& conversion) {
  const auto code = integer_to_int64(value);
  if (!code || *code < 0 || *code > static_cast<int64_t>(kMaximumCodePoint)) {
    return text_failure(TextErrorKind::overflow_error, "%c arg not in range(0x110000)");
  }
  return percent_character(to_utf8(static_cast<char32_t>(*code)), conversion);
}

TextResult<std::string> percent_character(std::string_view value,
                                          const PercentConversion& conversion) {
  if (code_point_count(value) != 1) return Failure(percent_wrong_type(conversion, "str"));
  if (conversion.width > kMaximumFormatWidth) return out_of_memory();
  return lay_out_text(value, conversion);
}

TextError percent_needs_mapping() { return percent_type_error("format requires a mapping"); }

TextError percent_incomplete_key() { return percent_value_error("incomplete format key"); }

TextError percent_incomplete() { return percent_value_error("incomplete format"); }

TextError percent_unsupported(const PercentConversion& conversion) {
  const char32_t type = conversion.type;
  const char shown = type >= 31 && type < 128 ? static_cast<char>(type) : '?';
  return percent_value_error(std::string("unsupported format character '") + shown + "' (0x" +
                     *integer_to_text(SmallInteger(type), 16) + ") at index " +
                     int64_to_text(conversion.type_index));
}

TextError percent_not_enough_arguments() {
  return percent_type_error("not enough arguments for format string");
}

TextError percent_not_all_converted() {
  return percent_type_error("not all arguments converted during string formatting");
}

TextError percent_star_wants_int() { return percent_type_error("* wants int"); }

TextError percent_wrong_type(const PercentConversion& conversion, std::string_view type_name) {
  const std::string name(type_name);
  switch (percent_kind(conversion.type)) {
    case PercentKind::character:
      return percent_type_error("%c requires int or char");
    case PercentKind::floating:
      return percent_type_error("must be real number, not " + name);
    default:
      break;
  }
  const auto type = static_cast<char>(conversion.type);
  const bool takes_index = type == 'o' || type == 'x' || type == 'X';
  return percent_type_error(std::string("%") + type +
                    (takes_index ? " format: an integer is required, not "
                                 : " format: a real number is required, not ") +
                    name);
}

}  // namespace lockstep
