#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/integer.h"

// The format mini-language: what format(value, spec), f"{value:spec}" and str.format understand.
// Parse a spec once, apply it often. Pure functions, callable from any thread.
//
//   [[fill]align][sign][z][#][0][width][grouping][.precision][type]
//
// Source: "Format Specification Mini-Language" in Python's library reference, PEP 3101, PEP 682
// (z).
namespace lockstep {

// Which __format__ reads the spec; its defaults and some of its errors depend on that.
enum class FormatTarget { integer, floating, text };

struct FormatSpec {
  char32_t fill = U' ';
  char align = '\0';  // '<' '>' '=' '^'; '\0' when not given and the target decides
  char sign = '\0';   // '+' '-' ' '; '\0' when not given
  bool no_negative_zero = false;
  bool alternate = false;
  char grouping = '\0';    // ',' '_'
  int64_t width = -1;      // in code points; -1 when not given
  int64_t precision = -1;  // -1 when not given
  char32_t type = U'\0';   // U'\0' when not given

  bool is_plain() const { return *this == FormatSpec{}; }  // the same as str(value)
  friend bool operator==(const FormatSpec&, const FormatSpec&) = default;
};

// Wider fields, and more digits behind a point, are a MemoryError.
inline constexpr int64_t kMaximumFormatWidth = int64_t{1} << 26;

// `type_name` is, here and below, the name of the value's own type as errors show it ("int",
// "bool", a subclass's). ValueError "Invalid format specifier 'dd' for object of type 'int'",
// "Cannot specify ',' with 's'.", "Too many decimal digits in format string", ...
TextResult<FormatSpec> parse_format_spec(std::string_view spec, FormatTarget target,
                                         std::string_view type_name);

// A spec applied here must have been parsed for the same target.
// ValueError "Unknown format code 's' for object of type 'int'", "Precision not allowed in integer
// format specifier", ...
TextResult<std::string> format_int64(int64_t value, const FormatSpec& spec,
                                     std::string_view type_name = "int");
TextResult<std::string> format_integer(IntegerView value, const FormatSpec& spec,
                                       std::string_view type_name = "int",
                                       int64_t digit_limit = kMaximumDecimalDigits);
TextResult<std::string> format_float(double value, const FormatSpec& spec,
                                     std::string_view type_name = "float");
TextResult<std::string> format_string(std::string_view value, const FormatSpec& spec,
                                      std::string_view type_name = "str");

}  // namespace lockstep
