#include <cmath>
#include <cstdio>

#include "text/float_ops.h"
#include "text/float_text.h"
#include "text/number_input.h"

namespace lockstep {

namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool starts_ignoring_case(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  for (size_t i = 0; i < lower.size(); ++i) {
    if ((text[i] | 0x20) != lower[i]) return false;
  }
  return true;
}

Failure<TextError> invalid_hex() {
  return text_failure(TextErrorKind::value_error, "invalid hexadecimal floating-point string");
}

Failure<TextError> too_large() {
  return text_failure(TextErrorKind::overflow_error,
                      "hexadecimal value too large to represent as a float");
}

}  // namespace

std::string float_hex(double value) {
  if (std::isnan(value)) return "nan";
  const std::string sign = std::signbit(value) ? "-" : "";
  if (std::isinf(value)) return sign + "inf";
  if (value == 0) return sign + "0x0.0p+0";
  int exponent;
  double fraction = std::frexp(std::fabs(value), &exponent);
  // Subnormal numbers keep the smallest exponent and begin with 0.
  const int shift = 1 - std::max(kMinimumExponent - exponent, 0);
  fraction = std::ldexp(fraction, shift);
  exponent -= shift;
  const auto whole = static_cast<int>(fraction);
  const auto bits = static_cast<uint64_t>(std::ldexp(fraction - whole, kMantissaBits - 1));
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "0x%d.%013llxp%+d", whole,
                static_cast<unsigned long long>(bits), exponent);
  return sign + buffer;
}

TextResult<double> parse_float_hex(std::string_view text) {
  text = trim_ascii(text);
  const bool negative = !text.empty() && text[0] == '-';
  if (negative || (!text.empty() && text[0] == '+')) text.remove_prefix(1);
  const auto with_sign = [&](double magnitude) { return negative ? -magnitude : magnitude; };
  for (const std::string_view name : {"infinity", "inf"}) {
    if (starts_ignoring_case(text, name) && text.size() == name.size()) return with_sign(HUGE_VAL);
  }
  if (starts_ignoring_case(text, "nan") && text.size() == 3) return with_sign(std::nan(""));
  if (text.size() > 1 && text[0] == '0' && (text[1] | 0x20) == 'x') text.remove_prefix(2);

  // Keeps 60 bits of the digits; the lowest also stands for all that is cut off behind them.
  constexpr uint64_t kFull = uint64_t{1} << 56;
  uint64_t mantissa = 0;
  int64_t exponent = 0;
  bool any_digit = false;
  bool after_point = false;
  size_t i = 0;
  for (; i < text.size(); ++i) {
    if (text[i] == '.' && !after_point) {
      after_point = true;
      continue;
    }
    const int digit = hex_value(text[i]);
    if (digit < 0) break;
    any_digit = true;
    if (mantissa < kFull) {
      mantissa = mantissa << 4 | static_cast<unsigned>(digit);
      if (after_point) exponent -= 4;
    } else {
      if (digit != 0) mantissa |= 1;
      if (!after_point) exponent += 4;
    }
  }
  if (!any_digit) return invalid_hex();
  if (i < text.size() && (text[i] | 0x20) == 'p') {
    ++i;
    const bool negative_exponent = i < text.size() && text[i] == '-';
    if (negative_exponent || (i < text.size() && text[i] == '+')) ++i;
    if (i == text.size() || hex_value(text[i]) < 0 || hex_value(text[i]) > 9) return invalid_hex();
    constexpr int64_t kHuge = int64_t{1} << 56;
    int64_t given = 0;
    for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
      given = std::min(kHuge, given * 10 + (text[i] - '0'));
    }
    exponent += negative_exponent ? -given : given;
  }
  if (i != text.size()) return invalid_hex();
  if (mantissa == 0) return with_sign(0.0);

  const int bits = 64 - __builtin_clzll(mantissa);
  const int64_t top = exponent + bits;  // the value lies below 2**top
  if (top > 1024 + 1) return too_large();
  if (top < kMinimumExponent - kMantissaBits) return with_sign(0.0);
  // Rounded here, to the bits that the result has room for: ldexp would round a second time.
  const int64_t kept = std::min<int64_t>(kMantissaBits, top - (kMinimumExponent - kMantissaBits));
  const int64_t extra = bits - kept;
  if (extra > 0) {
    const uint64_t unit = uint64_t{1} << extra;
    const uint64_t rest = mantissa & (unit - 1);
    const uint64_t half = unit >> 1;
    mantissa -= rest;
    if (rest > half || (rest == half && (mantissa & unit) != 0)) mantissa += unit;
  }
  const double magnitude = std::ldexp(static_cast<double>(mantissa), static_cast<int>(exponent));
  if (std::isinf(magnitude)) return too_large();
  return with_sign(magnitude);
}

}  // namespace lockstep
