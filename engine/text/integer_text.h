#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/integer.h"

// int <-> text. Pure functions, callable from any thread.
namespace lockstep {

// str(value) / repr(value): decimal digits.
std::string int64_to_text(int64_t value);
// The same into a buffer of at least 20 bytes; returns how many were written.
size_t int64_to_text(int64_t value, char* buffer);

enum class BasePrefix { none, python };  // python: 0b, 0o, 0x in front of the digits

// Digits in `base` 2..36, lower case; with BasePrefix::python as bin(), oct() and hex() write them.
// Decimal beyond kMaximumDecimalDigits is CPython's ValueError "Exceeds the limit (4300 digits) for
// integer string conversion; use sys.set_int_max_str_digits() to increase the limit".
// `digit_limit` 0 means none. `between`: see kMaximumIntegerBits; of parse_integer, too.
TextResult<std::string> integer_to_text(IntegerView value, int base = 10,
                                        BasePrefix prefix = BasePrefix::none,
                                        int64_t digit_limit = kMaximumDecimalDigits,
                                        const std::function<void()>& between = nullptr);

// Where the text to parse comes from; decides how a message shows it ('x' or b'x').
enum class ParsedFrom { text, bytes };

// int(text, base): surrounding whitespace, a sign, a prefix fitting the base (any for base 0),
// underscores between digits, digits of any script.
// ValueError "invalid literal for int() with base 10: 'x'", "int() base must be >= 2 and <= 36, or
// 0", and the digit limit's.
TextResult<Integer> parse_integer(std::string_view text, int base = 10,
                                  ParsedFrom from = ParsedFrom::text,
                                  int64_t digit_limit = kMaximumDecimalDigits,
                                  const std::function<void()>& between = nullptr);

// The fast way for what most programs read: at most 18 ASCII digits, perhaps behind a minus, and
// nothing else. nullopt means only that parse_integer has to look.
std::optional<int64_t> parse_small_integer(std::string_view text);

}  // namespace lockstep
