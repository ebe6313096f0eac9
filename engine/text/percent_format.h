#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/integer.h"

// The pieces of str's % operator. The virtual machine owns the loop, because it fetches arguments
// and calls str(), repr() and __int__ on them; this file reads the template and writes the values.
// Pure, callable from any thread.
//
// For each piece, in CPython's order: append `literal`; if there is a conversion, fetch `key` from
// the mapping when it has one (first TypeError "format requires a mapping", then, when key_closed
// is false, ValueError "incomplete format key"); fetch the arguments of width and precision when
// they are stars, and give them to percent_star; then, when the type is U'\0', ValueError
// "incomplete format"; else fetch the argument and write it with one of the functions below, by
// percent_kind. After the piece that is_last, arguments left over are a TypeError, unless they are
// a mapping. Source: "printf-style String Formatting" in Python's library reference.
namespace lockstep {

struct PercentConversion {
  bool has_key = false;
  bool key_closed = true;
  std::string_view key;
  bool left_adjust = false;  // -
  bool plus = false;         // +
  bool space = false;        // ' '
  bool alternate = false;    // #
  bool zero = false;         // 0
  bool width_is_star = false;
  bool precision_is_star = false;
  int64_t width = -1;
  int64_t precision = -1;  // -1: none; a lone '.' is 0
  char32_t type = U'\0';
  int64_t type_index = 0;  // in code points from the template's start
};

struct PercentPiece {
  std::string_view literal;  // may be empty; views into the template; "%%" is undoubled
  std::optional<PercentConversion> conversion;
  bool is_last = false;
};

class PercentScanner {
 public:
  // The template must outlive the scanner and its pieces.
  explicit PercentScanner(std::string_view pattern) : pattern_(pattern) {}

  // The next piece. Not to be called after the last. ValueError "width too big",
  // "precision too big".
  TextResult<PercentPiece> next();

 private:
  std::string_view pattern_;
  size_t offset_ = 0;
};

enum class PercentKind { text, representation, ascii, integer, floating, character, unsupported };
PercentKind percent_kind(char32_t type);

enum class PercentStar { width, precision };
// Gives a `*` its argument: a negative width means left-adjusted, a negative precision is 0.
// OverflowError "Python int too large to convert to C ssize_t" (C int for a precision).
[[nodiscard]] std::optional<TextError> percent_star(PercentConversion& conversion,
                                                    PercentStar which, IntegerView argument);

// s r a: `value` is what str(), repr() or ascii() gave.
TextResult<std::string> percent_text(std::string_view value, const PercentConversion& conversion);
// d i u o x X. `digit_limit`: see integer_to_text.
TextResult<std::string> percent_integer(IntegerView value, const PercentConversion& conversion,
                                        int64_t digit_limit = kMaximumDecimalDigits);
// e E f F g G.
TextResult<std::string> percent_float(double value, const PercentConversion& conversion);
// c with an int. OverflowError "%c arg not in range(0x110000)".
TextResult<std::string> percent_character(IntegerView value, const PercentConversion& conversion);
// c with a str. TypeError "%c requires int or char" when it is not one character.
TextResult<std::string> percent_character(std::string_view value,
                                          const PercentConversion& conversion);

// The errors that the loop itself raises. Each carries CPython's text.
TextError percent_needs_mapping();
TextError percent_incomplete_key();
TextError percent_incomplete();
TextError percent_unsupported(const PercentConversion& conversion);
TextError percent_not_enough_arguments();
TextError percent_not_all_converted();
TextError percent_star_wants_int();
// An argument of a type that the conversion cannot take.
TextError percent_wrong_type(const PercentConversion& conversion, std::string_view type_name);

}  // namespace lockstep
