#include "text/number_layout.h"

#include <algorithm>

#include "text/string_ops.h"
#include "text/unicode.h"

namespace lockstep {

namespace {

// The digits with a separator between groups, and zeros in front until `least_width` is reached.
std::string group_digits(std::string_view digits, char separator, int group_size,
                         int64_t least_width) {
  std::string reversed;
  auto remaining = static_cast<int64_t>(digits.size());
  while (true) {
    const int64_t size =
        std::min<int64_t>(group_size, std::max<int64_t>({remaining, least_width, 1}));
    for (int64_t i = 0; i < size; ++i) {
      reversed += remaining > 0 ? digits[static_cast<size_t>(--remaining)] : '0';
    }
    least_width -= size;
    if (remaining <= 0 && least_width <= 0) break;
    reversed += separator;
    --least_width;
  }
  std::reverse(reversed.begin(), reversed.end());
  return reversed;
}

}  // namespace

std::string lay_out_number(const NumberLayout& number) {
  const auto around = static_cast<int64_t>((number.sign != '\0' ? 1 : 0) + number.prefix.size()) +
                      code_point_count(number.rest);
  std::string grouped;
  std::string_view digits = number.digits;
  if (number.grouping != '\0' && !digits.empty()) {
    const bool zeros = number.fill == U'0' && number.align == '=';
    grouped =
        group_digits(digits, number.grouping, number.group_size, zeros ? number.width - around : 0);
    digits = grouped;
  }
  const int64_t missing =
      std::max<int64_t>(number.width - around - static_cast<int64_t>(digits.size()), 0);
  int64_t before = 0;
  int64_t between = 0;
  switch (number.align) {
    case '<':
      break;
    case '=':
      between = missing;
      break;
    case '^':
      before = missing / 2;
      break;
    default:
      before = missing;
      break;
  }
  std::string fill;
  append_utf8(fill, number.fill);
  std::string out;
  out.reserve(static_cast<size_t>(missing) * fill.size() + digits.size() + number.rest.size() + 4);
  const auto append_fill = [&](int64_t count) {
    if (fill.size() == 1) {
      out.append(static_cast<size_t>(count), fill[0]);
    } else {
      out += string_repeat(fill, count);
    }
  };
  append_fill(before);
  if (number.sign != '\0') out += number.sign;
  out += number.prefix;
  append_fill(between);
  out += digits;
  out += number.rest;
  append_fill(missing - before - between);
  return out;
}

}  // namespace lockstep
