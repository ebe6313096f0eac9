#include "text/number_input.h"

#include "text/escape.h"
#include "text/unicode.h"

namespace lockstep {

std::string to_ascii_number(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  std::string ascii;
  for (size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    if (c < 0x80) {
      ascii += static_cast<char>(c);
    } else if (is_space(c)) {
      ascii += ' ';
    } else if (const int value = decimal_value(c); value >= 0) {
      ascii += static_cast<char>('0' + value);
    } else {
      ascii += '?';
      break;
    }
  }
  return ascii;
}

std::string_view trim_ascii(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\n\v\f\r";
  const size_t start = text.find_first_not_of(kSpaces);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(kSpaces) + 1 - start);
}

std::string shown_in_message(std::string_view text, ParsedFrom from) {
  return from == ParsedFrom::bytes ? bytes_repr(text) : string_repr(text);
}

}  // namespace lockstep
