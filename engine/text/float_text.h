#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/integer_text.h"

// float <-> text, and rounding to decimal digits. Every conversion is correctly rounded.
// Pure functions, callable from any thread. parse_float needs the process to be in the C numeric
// locale, which is where a program is unless it calls setlocale.
namespace lockstep {

// repr(value) and str(value): the fewest digits that read back as the same float; an exponent from
// 1e16 up and below 1e-4.
std::string float_repr(double value);
// The same into a buffer of at least kFloatReprSize bytes; returns how many were written.
inline constexpr size_t kFloatReprSize = 32;
size_t float_repr(double value, char* buffer);

// float(text): surrounding whitespace, underscores between digits, inf, infinity, nan, digits of
// any script. ValueError "could not convert string to float: 'x'".
TextResult<double> parse_float(std::string_view text, ParsedFrom from = ParsedFrom::text);

// float.hex(value).
std::string float_hex(double value);
// float.fromhex(text). ValueError "invalid hexadecimal floating-point string", OverflowError
// "hexadecimal value too large to represent as a float".
TextResult<double> parse_float_hex(std::string_view text);

// round(value, digits): the decimal nearest to the float's exact value, ties to even, as a float.
// OverflowError "rounded value too large to represent".
TextResult<double> float_round(double value, int64_t digits);

}  // namespace lockstep
