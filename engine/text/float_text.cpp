#include "text/float_text.h"

#include <charconv>
#include <cmath>
#include <cstdlib>

#include "text/float_digits.h"
#include "text/number_input.h"
#include "text/unicode.h"

namespace lockstep {

namespace {

char to_ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (to_ascii_lower(text[i]) != lower[i]) return false;
  }
  return true;
}

std::optional<double> parse_special(std::string_view unsigned_text) {
  if (equals_ignoring_case(unsigned_text, "inf") ||
      equals_ignoring_case(unsigned_text, "infinity")) {
    return HUGE_VAL;
  }
  if (equals_ignoring_case(unsigned_text, "nan")) return std::nan("");
  return std::nullopt;
}

// Whether the text is digits with at most one point, at least one digit, and maybe an exponent.
bool is_decimal_float(std::string_view text) {
  size_t i = 0;
  bool digits = false;
  for (; i < text.size() && is_ascii_digit(text[i]); ++i) digits = true;
  if (i < text.size() && text[i] == '.') {
    for (++i; i < text.size() && is_ascii_digit(text[i]); ++i) digits = true;
  }
  if (!digits) return false;
  if (i == text.size()) return true;
  if (text[i] != 'e' && text[i] != 'E') return false;
  ++i;
  if (i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
  if (i == text.size()) return false;
  for (; i < text.size(); ++i) {
    if (!is_ascii_digit(text[i])) return false;
  }
  return true;
}

// False when an underscore stands anywhere but between two digits.
bool drop_underscores(std::string& text) {
  size_t kept = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '_') {
      text[kept++] = text[i];
      continue;
    }
    const bool between =
        i > 0 && i + 1 < text.size() && is_ascii_digit(text[i - 1]) && is_ascii_digit(text[i + 1]);
    if (!between) return false;
  }
  text.resize(kept);
  return true;
}

}  // namespace

size_t float_repr(double value, char* buffer) {
  // Most floats that programs print are small and whole.
  if (value == std::trunc(value) && std::fabs(value) < 1e15) {
    char* end = buffer;
    if (std::signbit(value)) *end++ = '-';
    end = std::to_chars(end, buffer + kFloatReprSize, static_cast<int64_t>(std::fabs(value))).ptr;
    *end++ = '.';
    *end++ = '0';
    return static_cast<size_t>(end - buffer);
  }
  if (!std::isfinite(value)) {
    const std::string_view name = std::isnan(value) ? "nan" : value < 0 ? "-inf" : "inf";
    name.copy(buffer, name.size());
    return name.size();
  }
  const double magnitude = std::fabs(value);
  const auto form = magnitude >= 1e-4 && magnitude < 1e16 ? std::chars_format::fixed
                                                          : std::chars_format::scientific;
  char* end = std::to_chars(buffer, buffer + kFloatReprSize, value, form).ptr;
  const std::string_view digits(buffer, static_cast<size_t>(end - buffer));
  if (digits.find_first_of(".e") == std::string_view::npos) {
    *end++ = '.';
    *end++ = '0';
  }
  return static_cast<size_t>(end - buffer);
}

std::string float_repr(double value) {
  char buffer[kFloatReprSize];
  return std::string(buffer, float_repr(value, buffer));
}

TextResult<double> parse_float(std::string_view text, ParsedFrom from) {
  const auto invalid = [&] {
    return text_failure(TextErrorKind::value_error,
                        "could not convert string to float: " + shown_in_message(text, from));
  };
  const std::string ascii = from == ParsedFrom::text ? to_ascii_number(text) : std::string(text);
  std::string number(trim_ascii(ascii));
  if (number.find('_') != std::string::npos && !drop_underscores(number)) return invalid();
  const bool negative = !number.empty() && number[0] == '-';
  const size_t start = negative || (!number.empty() && number[0] == '+') ? 1 : 0;
  const std::string_view magnitude = std::string_view(number).substr(start);
  if (const auto special = parse_special(magnitude)) return negative ? -*special : *special;
  if (!is_decimal_float(magnitude)) return invalid();
  return std::strtod(number.c_str(), nullptr);
}

TextResult<double> float_round(double value, int64_t digits) {
  // Beyond these every float is whole enough, or too small, to be its own answer.
  constexpr int64_t kMostDigits = 323;
  constexpr int64_t kLeastDigits = -308;
  if (!std::isfinite(value) || digits > kMostDigits) return value;
  if (digits < kLeastDigits) return 0.0 * value;
  std::string rounded;
  if (digits >= 0) {
    rounded = float_digits(value, {.type = 'f', .precision = digits});
  } else {
    // How many digits stand before the one to round at.
    const std::string one_digit = float_digits(std::fabs(value), {.type = 'e', .precision = 766});
    const int exponent = std::atoi(one_digit.c_str() + one_digit.find('e') + 1);
    const int64_t kept = exponent + 1 + digits;
    if (kept < 0 || value == 0) return 0.0 * value;
    if (kept > 0) {
      rounded = float_digits(value, {.type = 'e', .precision = kept - 1});
    } else {
      // Nothing is kept: the answer is 0 up to five of the next unit, and one unit above that.
      std::string mantissa = one_digit.substr(0, one_digit.find('e'));
      mantissa.erase(mantissa.find_last_not_of('0') + 1);
      if (mantissa <= "5.") return 0.0 * value;
      rounded = (value < 0 ? "-1e" : "1e") + std::to_string(-digits);
    }
  }
  const double result = std::strtod(rounded.c_str(), nullptr);
  if (std::isinf(result)) {
    return text_failure(TextErrorKind::overflow_error, "rounded value too large to represent");
  }
  return result;
}

}  // namespace lockstep
