#include "text/float_digits.h"

#include <charconv>
#include <cmath>

#include "base/check.h"

namespace lockstep {

namespace {

// No double has more digits than these behind the point, or in all; more only adds zeros.
constexpr int64_t kMostFractionDigits = 1074;
constexpr int64_t kMostDigits = 767;

// 0.d1d2d3... * 10**point.
struct Decimal {
  std::string digits;
  int point = 0;
};

// The value as d.ddde+xx, taken apart. Requires a finite value >= 0.
Decimal read_scientific(const char* first, const char* last) {
  Decimal decimal;
  const char* c = first;
  for (; c != last && *c != 'e'; ++c) {
    if (*c != '.') decimal.digits += *c;
  }
  ENSURE(c != last);
  ++c;
  if (*c == '+') ++c;
  int exponent = 0;
  std::from_chars(c, last, exponent);
  decimal.point = exponent + 1;
  return decimal;
}

Decimal shortest_decimal(double value) {
  char buffer[32];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific);
  return read_scientific(buffer, end.ptr);
}

// With `count` significant digits, count >= 1.
Decimal rounded_decimal(double value, int64_t count) {
  const int64_t real = std::min(count, kMostDigits);
  char buffer[kMostDigits + 16];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value,
                                 std::chars_format::scientific, static_cast<int>(real - 1));
  Decimal decimal = read_scientific(buffer, end.ptr);
  decimal.digits.append(static_cast<size_t>(count - real), '0');
  return decimal;
}

std::string fixed_digits(double value, int64_t precision) {
  const int64_t real = std::min(precision, kMostFractionDigits);
  char buffer[kMostFractionDigits + 320];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed,
                                 static_cast<int>(real));
  std::string text(buffer, end.ptr);
  text.append(static_cast<size_t>(precision - real), '0');
  return text;
}

std::string lay_out_fixed(const Decimal& decimal) {
  const auto size = static_cast<int>(decimal.digits.size());
  if (decimal.point <= 0) {
    return "0." + std::string(static_cast<size_t>(-decimal.point), '0') + decimal.digits;
  }
  if (decimal.point >= size) {
    return decimal.digits + std::string(static_cast<size_t>(decimal.point - size), '0');
  }
  const auto point = static_cast<size_t>(decimal.point);
  return decimal.digits.substr(0, point) + "." + decimal.digits.substr(point);
}

std::string lay_out_scientific(const Decimal& decimal, bool keep_point) {
  std::string text(1, decimal.digits[0]);
  if (decimal.digits.size() > 1 || keep_point) text += '.';
  text.append(decimal.digits, 1);
  const int exponent = decimal.point - 1;
  text += exponent < 0 ? "e-" : "e+";
  const int magnitude = exponent < 0 ? -exponent : exponent;
  if (magnitude < 10) text += '0';
  return text + std::to_string(magnitude);
}

void drop_trailing_zeros(std::string& digits) {
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
}

std::string magnitude_digits(double value, const FloatDigits& how) {
  switch (how.type) {
    case 'f':
    case 'F': {
      std::string text = fixed_digits(value, how.precision);
      if (how.alternate && how.precision == 0) text += '.';
      return text;
    }
    case 'e':
    case 'E':
      return lay_out_scientific(rounded_decimal(value, how.precision + 1), how.alternate);
    default:
      break;
  }
  const bool shortest = how.type == 'r';
  const int64_t precision = how.precision == 0 ? 1 : how.precision;
  Decimal decimal = shortest ? shortest_decimal(value) : rounded_decimal(value, precision);
  if (!how.alternate) drop_trailing_zeros(decimal.digits);
  // With add_point_zero one digit is kept free for the zero behind the point.
  const int64_t most_whole = shortest ? 16 : precision - (how.add_point_zero ? 1 : 0);
  if (decimal.point <= -4 || decimal.point > most_whole) {
    return lay_out_scientific(decimal, how.alternate);
  }
  std::string text = lay_out_fixed(decimal);
  if (text.find('.') == std::string::npos) {
    if (how.add_point_zero) {
      text += ".0";
    } else if (how.alternate) {
      text += '.';
    }
  }
  return text;
}

}  // namespace

std::string float_digits(double value, const FloatDigits& how) {
  const bool upper = how.type == 'E' || how.type == 'F' || how.type == 'G';
  std::string text;
  if (std::isnan(value)) {
    text = "nan";
  } else {
    if (std::signbit(value)) text = "-";
    text += std::isinf(value) ? "inf" : magnitude_digits(std::fabs(value), how);
  }
  if (upper) {
    for (char& c : text) {
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
  }
  return text;
}

}  // namespace lockstep
