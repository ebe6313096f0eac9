#pragma once

#include <span>

// Facts of Unicode that utf8proc does not carry; for unicode.cpp only. Sorted by code point.
// The tables hold what a rule on the general category leaves out or gets wrong.
namespace lockstep::unicode_tables {

struct CodePointRange {
  char32_t first;
  char32_t last;
};

// A code point whose upper or title case has more than one code point, in UTF-8.
struct SpecialCasing {
  char32_t code_point;
  const char* upper;
  const char* title;
};

extern const std::span<const CodePointRange> kDigitsBeyondDecimals;
extern const std::span<const CodePointRange> kNumericBeyondDigits;
extern const std::span<const CodePointRange> kUpperBeyondLetters;
extern const std::span<const CodePointRange> kLowerBeyondLetters;
extern const std::span<const CodePointRange> kCaseIgnorableBeyondCategories;
extern const std::span<const CodePointRange> kIdentifierStartExceptions;
extern const std::span<const CodePointRange> kIdentifierContinueExceptions;
extern const std::span<const SpecialCasing> kSpecialCasings;

}  // namespace lockstep::unicode_tables
