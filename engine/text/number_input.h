#pragma once

#include <string>
#include <string_view>

#include "text/integer_text.h"

// What int() and float() do to their text before they look at it; for those two only.
namespace lockstep {

// Digits and spaces of other scripts become ASCII ones; at the first other character beyond ASCII
// the result ends in a '?', which no number contains.
std::string to_ascii_number(std::string_view text);

// Without the whitespace (C's isspace) at both ends.
std::string_view trim_ascii(std::string_view text);

// The text as a message shows it: its repr.
std::string shown_in_message(std::string_view text, ParsedFrom from);

}  // namespace lockstep
