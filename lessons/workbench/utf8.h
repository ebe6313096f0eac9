#pragma once

#include <string_view>

// Walking over UTF-8 text by characters; bytes that are no UTF-8 count as one character each.
namespace lockstep {

inline bool is_utf8_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// The place of the next character after the one at `at`; requires at < text.size().
inline size_t next_character(std::string_view text, size_t at) {
  ++at;
  while (at < text.size() && is_utf8_continuation(text[at])) ++at;
  return at;
}

// The place of the character before `at`; requires at > 0.
inline size_t previous_character(std::string_view text, size_t at) {
  --at;
  while (at > 0 && is_utf8_continuation(text[at])) --at;
  return at;
}

inline size_t count_characters(std::string_view text) {
  size_t count = 0;
  for (const char byte : text) count += is_utf8_continuation(byte) ? 0 : 1;
  return count;
}

// The byte offset of character `index`, or the text's end.
inline size_t character_offset(std::string_view text, size_t index) {
  size_t at = 0;
  while (index > 0 && at < text.size()) {
    at = next_character(text, at);
    --index;
  }
  return at;
}

}  // namespace lockstep
