#include "language/lexer_unicode.h"

#include <algorithm>
#include <iterator>

namespace lockstep {

namespace {

struct CharacterRange {
  char32_t first;
  char32_t last;
};

#include "language/lexer_unicode_table.inc"

template <size_t Count>
bool contains(const CharacterRange (&ranges)[Count], char32_t character) {
  const CharacterRange* found =
      std::lower_bound(std::begin(ranges), std::end(ranges), character,
                       [](const CharacterRange& range, char32_t c) { return range.last < c; });
  return found != std::end(ranges) && found->first <= character;
}

bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

bool is_identifier_start(char32_t character) {
  if (character < 0x80) return is_ascii_letter(character) || character == '_';
  return contains(kIdentifierStart, character);
}

bool is_identifier_continue(char32_t character) {
  if (character < 0x80) {
    return is_ascii_letter(character) || character == '_' ||
           (character >= '0' && character <= '9');
  }
  return contains(kIdentifierContinue, character);
}

bool is_printable(char32_t character) {
  if (character < 0x80) return character >= 0x20 && character < 0x7F;
  return !contains(kNotPrintable, character);
}

DecodedCharacter decode_utf8(std::string_view text, size_t offset) {
  auto byte = [&](size_t i) -> char32_t {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
  };
  auto continues = [&](size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const char32_t lead = byte(offset);
  if (lead < 0x80) return {lead, offset + 1};
  if (lead >= 0xC2 && lead < 0xE0 && continues(offset + 1)) {
    return {(lead & 0x1F) << 6 | (byte(offset + 1) & 0x3F), offset + 2};
  }
  if (lead >= 0xE0 && lead < 0xF0 && continues(offset + 1) && continues(offset + 2)) {
    const char32_t character =
        (lead & 0x0F) << 12 | (byte(offset + 1) & 0x3F) << 6 | (byte(offset + 2) & 0x3F);
    if (character >= 0x800 && (character < 0xD800 || character > 0xDFFF)) {
      return {character, offset + 3};
    }
  }
  if (lead >= 0xF0 && lead < 0xF5 && continues(offset + 1) && continues(offset + 2) &&
      continues(offset + 3)) {
    const char32_t character = (lead & 0x07) << 18 | (byte(offset + 1) & 0x3F) << 12 |
                               (byte(offset + 2) & 0x3F) << 6 | (byte(offset + 3) & 0x3F);
    if (character >= 0x10000 && character < 0x110000) return {character, offset + 4};
  }
  return {0xFFFD, offset + 1};
}

void append_utf8(char32_t character, std::string& text) {
  auto tail = [&](int shift) {
    text.push_back(static_cast<char>(0x80 | ((character >> shift) & 0x3F)));
  };
  if (character < 0x80) {
    text.push_back(static_cast<char>(character));
  } else if (character < 0x800) {
    text.push_back(static_cast<char>(0xC0 | character >> 6));
    tail(0);
  } else if (character < 0x10000) {
    text.push_back(static_cast<char>(0xE0 | character >> 12));
    tail(6);
    tail(0);
  } else {
    text.push_back(static_cast<char>(0xF0 | character >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

size_t count_characters(std::string_view text) {
  size_t count = 0;
  for (size_t offset = 0; offset < text.size(); ++count) {
    offset = decode_utf8(text, offset).next;
  }
  return count;
}

}  // namespace lockstep
