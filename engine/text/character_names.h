#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace lockstep {

// The character of this name in Unicode 14, as \N{...} has it; case does not count. Aliases of control
// characters are known, too, named sequences are not. Takes about a millisecond.
std::optional<char32_t> character_by_name(std::string_view name);

// Written by make_character_names.py; for character_names.cpp alone.
namespace character_name_table {

// Characters whose names are a prefix and their number in hexadecimal.
struct NumberedRange {
  std::string_view prefix;
  char32_t first;
  char32_t last;
};

extern const std::span<const NumberedRange> kNumbered;
extern const std::string_view kWords;
extern const std::string_view kNames;

}  // namespace character_name_table
}  // namespace lockstep
