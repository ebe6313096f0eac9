#include <algorithm>

#include "text/string_ops.h"

namespace lockstep {

namespace {

std::string pad(std::string_view text, int64_t left, int64_t right, std::string_view fill) {
  std::string out;
  out.reserve(text.size() + static_cast<size_t>(left + right) * fill.size());
  out += string_repeat(fill, left);
  out += text;
  out += string_repeat(fill, right);
  return out;
}

int64_t missing(std::string_view text, int64_t width) {
  return std::max<int64_t>(width - code_point_count(text), 0);
}

}  // namespace

std::string string_center(std::string_view text, int64_t width, std::string_view fill) {
  const int64_t all = missing(text, width);
  // An odd one goes to the left when the width is odd too.
  const int64_t left = all / 2 + (all & width & 1);
  return pad(text, left, all - left, fill);
}

std::string string_ljust(std::string_view text, int64_t width, std::string_view fill) {
  return pad(text, 0, missing(text, width), fill);
}

std::string string_rjust(std::string_view text, int64_t width, std::string_view fill) {
  return pad(text, missing(text, width), 0, fill);
}

std::string string_zfill(std::string_view text, int64_t width) {
  const int64_t zeros = missing(text, width);
  std::string out = pad(text, zeros, 0, "0");
  const auto sign = static_cast<size_t>(zeros);
  if (zeros > 0 && !text.empty() && (text[0] == '+' || text[0] == '-')) {
    std::swap(out[0], out[sign]);
  }
  return out;
}

std::string string_expandtabs(std::string_view text, int64_t tab_size) {
  std::string out;
  int64_t column = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\t') {
      if (tab_size <= 0) continue;
      const int64_t spaces = tab_size - column % tab_size;
      out.append(static_cast<size_t>(spaces), ' ');
      column += spaces;
      continue;
    }
    out += c;
    const bool continuation = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    column = c == '\n' || c == '\r' ? 0 : column + (continuation ? 0 : 1);
  }
  return out;
}

}  // namespace lockstep
