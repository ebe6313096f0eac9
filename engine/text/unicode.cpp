#include "text/unicode.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <vector>

#include <utf8proc.h>

#include "base/check.h"
#include "text/unicode_tables.h"

namespace lockstep {

namespace {

using namespace unicode_tables;

constexpr uint64_t kHighBits = 0x8080808080808080;

bool contains(std::span<const CodePointRange> ranges, char32_t c) {
  const auto after = std::upper_bound(
      ranges.begin(), ranges.end(), c,
      [](char32_t value, const CodePointRange& range) { return value < range.first; });
  return after != ranges.begin() && c <= std::prev(after)->last;
}

const SpecialCasing* find_special_casing(char32_t c) {
  const auto found = std::lower_bound(
      kSpecialCasings.begin(), kSpecialCasings.end(), c,
      [](const SpecialCasing& casing, char32_t value) { return casing.code_point < value; });
  return found != kSpecialCasings.end() && found->code_point == c ? &*found : nullptr;
}

utf8proc_category_t category(char32_t c) { return utf8proc_category(static_cast<int32_t>(c)); }

bool is_letter(utf8proc_category_t kind) {
  return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

bool is_ascii_between(char32_t c, char first, char last) {
  return c >= static_cast<char32_t>(first) && c <= static_cast<char32_t>(last);
}

bool is_ascii_upper(char32_t c) { return is_ascii_between(c, 'A', 'Z'); }
bool is_ascii_lower(char32_t c) { return is_ascii_between(c, 'a', 'z'); }
bool is_ascii_digit(char32_t c) { return is_ascii_between(c, '0', '9'); }

char32_t bits(char byte) { return static_cast<unsigned char>(byte); }

}  // namespace

bool is_ascii(std::string_view text) {
  size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    uint64_t word;
    std::memcpy(&word, text.data() + i, 8);
    if ((word & kHighBits) != 0) return false;
  }
  for (; i < text.size(); ++i) {
    if (bits(text[i]) >= 0x80) return false;
  }
  return true;
}

char32_t next_code_point(std::string_view text, size_t& offset) {
  const char* at = text.data() + offset;
  const int size = utf8_size(*at);
  offset += static_cast<size_t>(size);
  ENSURE(offset <= text.size());
  switch (size) {
    case 1:
      return bits(at[0]);
    case 2:
      return (bits(at[0]) & 0x1F) << 6 | (bits(at[1]) & 0x3F);
    case 3:
      return (bits(at[0]) & 0x0F) << 12 | (bits(at[1]) & 0x3F) << 6 | (bits(at[2]) & 0x3F);
    default:
      return (bits(at[0]) & 0x07) << 18 | (bits(at[1]) & 0x3F) << 12 | (bits(at[2]) & 0x3F) << 6 |
             (bits(at[3]) & 0x3F);
  }
}

char32_t previous_code_point(std::string_view text, size_t& offset) {
  ENSURE(offset > 0);
  do {
    --offset;
  } while (offset > 0 && is_utf8_continuation(text[offset]));
  size_t end = offset;
  return next_code_point(text, end);
}

void append_utf8(std::string& text, char32_t code_point) {
  const auto tail = [&](int shift) {
    text += static_cast<char>(0x80 | (code_point >> shift & 0x3F));
  };
  if (code_point < 0x80) {
    text += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    text += static_cast<char>(0xC0 | code_point >> 6);
    tail(0);
  } else if (code_point < 0x10000) {
    text += static_cast<char>(0xE0 | code_point >> 12);
    tail(6);
    tail(0);
  } else {
    ENSURE(code_point <= kMaximumCodePoint);
    text += static_cast<char>(0xF0 | code_point >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
}

std::string to_utf8(char32_t code_point) {
  std::string text;
  append_utf8(text, code_point);
  return text;
}

bool is_valid_utf8(std::string_view bytes, Surrogates surrogates) {
  if (is_ascii(bytes)) return true;
  for (size_t offset = 0; offset < bytes.size();) {
    const char first = bytes[offset];
    const auto size = static_cast<size_t>(utf8_size(first));
    if (is_utf8_continuation(first) || bits(first) > 0xF4) return false;
    if (offset + size > bytes.size()) return false;
    for (size_t i = 1; i < size; ++i) {
      if (!is_utf8_continuation(bytes[offset + i])) return false;
    }
    constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    const char32_t c = next_code_point(bytes, offset);
    if (c < kLeast[size] || c > kMaximumCodePoint) return false;
    if (surrogates == Surrogates::forbidden && c >= 0xD800 && c <= 0xDFFF) return false;
  }
  return true;
}

bool is_alphabetic(char32_t c) {
  if (c < 0x80) return is_ascii_upper(c) || is_ascii_lower(c);
  return is_letter(category(c));
}

bool is_decimal(char32_t c) {
  if (c < 0x80) return is_ascii_digit(c);
  return category(c) == UTF8PROC_CATEGORY_ND;
}

bool is_digit(char32_t c) {
  return is_decimal(c) || (c >= 0x80 && contains(kDigitsBeyondDecimals, c));
}

bool is_numeric(char32_t c) {
  return is_digit(c) || (c >= 0x80 && contains(kNumericBeyondDigits, c));
}

bool is_space_beyond_ascii(char32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return is_ascii_upper(c);
  return category(c) == UTF8PROC_CATEGORY_LU || contains(kUpperBeyondLetters, c);
}

bool is_lower(char32_t c) {
  if (c < 0x80) return is_ascii_lower(c);
  return category(c) == UTF8PROC_CATEGORY_LL || contains(kLowerBeyondLetters, c);
}

bool is_title(char32_t c) { return c >= 0x80 && category(c) == UTF8PROC_CATEGORY_LT; }

bool is_cased(char32_t c) { return is_lower(c) || is_upper(c) || is_title(c); }

bool is_case_ignorable(char32_t c) {
  switch (category(c)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_SK:
      return true;
    default:
      return contains(kCaseIgnorableBeyondCategories, c);
  }
}

bool is_printable(char32_t c) {
  if (c < 0x80) return c >= 0x20 && c < 0x7F;
  switch (category(c)) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return false;
    default:
      return true;
  }
}

bool is_identifier_start(char32_t c) {
  if (c < 0x80) return is_ascii_upper(c) || is_ascii_lower(c) || c == '_';
  const utf8proc_category_t kind = category(c);
  const bool by_category = is_letter(kind) || kind == UTF8PROC_CATEGORY_NL;
  return by_category != contains(kIdentifierStartExceptions, c);
}

bool is_identifier_continue(char32_t c) {
  if (c < 0x80) return is_identifier_start(c) || is_ascii_digit(c);
  const utf8proc_category_t kind = category(c);
  const bool by_category = is_letter(kind) || kind == UTF8PROC_CATEGORY_NL ||
                           kind == UTF8PROC_CATEGORY_MN || kind == UTF8PROC_CATEGORY_MC ||
                           kind == UTF8PROC_CATEGORY_ND || kind == UTF8PROC_CATEGORY_PC;
  return by_category != contains(kIdentifierContinueExceptions, c);
}

int decimal_value(char32_t c) {
  if (c < 0x80) return is_ascii_digit(c) ? static_cast<int>(c - '0') : -1;
  if (!is_decimal(c)) return -1;
  // Unicode keeps the ten digits of a script together and in order; several scripts' may follow one
  // another, always in whole tens.
  char32_t first = c;
  while (is_decimal(first - 1)) --first;
  return static_cast<int>((c - first) % 10);
}

void append_upper(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(is_ascii_lower(c) ? c - 'a' + 'A' : c);
  } else if (const SpecialCasing* special = find_special_casing(c)) {
    out += special->upper;
  } else {
    append_utf8(out, static_cast<char32_t>(utf8proc_toupper(static_cast<int32_t>(c))));
  }
}

void append_lower(std::string& out, char32_t c) {
  constexpr char32_t kDottedCapitalI = 0x130;
  if (c < 0x80) {
    out += static_cast<char>(is_ascii_upper(c) ? c - 'A' + 'a' : c);
  } else if (c == kDottedCapitalI) {
    out += "i\xcc\x87";  // the only lower case of two code points
  } else {
    append_utf8(out, static_cast<char32_t>(utf8proc_tolower(static_cast<int32_t>(c))));
  }
}

void append_title(std::string& out, char32_t c) {
  if (c < 0x80) {
    append_upper(out, c);
  } else if (const SpecialCasing* special = find_special_casing(c)) {
    out += special->title;
  } else {
    append_utf8(out, static_cast<char32_t>(utf8proc_totitle(static_cast<int32_t>(c))));
  }
}

void append_folded(std::string& out, char32_t c) {
  if (c < 0x80) return append_lower(out, c);
  int32_t folded[4];
  int boundary = 0;
  const auto count =
      utf8proc_decompose_char(static_cast<int32_t>(c), folded, 4, UTF8PROC_CASEFOLD, &boundary);
  ENSURE(count >= 0 && count <= 4);
  for (utf8proc_ssize_t i = 0; i < count; ++i) append_utf8(out, static_cast<char32_t>(folded[i]));
}

std::string normalize_nfkc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  utf8proc_uint8_t* normalized = nullptr;
  const auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &normalized, options);
  if (size < 0) return std::string(text);  // lone surrogates, which nothing composes with
  std::string result(reinterpret_cast<const char*>(normalized), static_cast<size_t>(size));
  std::free(normalized);
  return result;
}

int display_width(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  return utf8proc_charwidth(static_cast<int32_t>(c));
}

}  // namespace lockstep
