#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lockstep {

// A number whose digits are known, waiting to be laid out in its field; for format() and %.
struct NumberLayout {
  char sign = '\0';         // '\0': none
  std::string_view prefix;  // "0x" and its like
  std::string_view digits;  // of the whole part: what grouping applies to; may be empty
  std::string_view rest;    // the point and what follows, or "inf"
  char grouping = '\0';
  int group_size = 3;
  char32_t fill = U' ';
  char align = '>';    // '=' puts the fill behind sign and prefix
  int64_t width = -1;  // in code points
};

// Zeros that fill a field ('0' with '=') are grouped with the digits, so the text may become wider
// than asked by one. Pure, callable from any thread.
std::string lay_out_number(const NumberLayout& number);

}  // namespace lockstep
