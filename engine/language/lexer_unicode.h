#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// The little that the lexer needs to know about characters beyond ASCII. The tables are those of
// Python 3.11 (Unicode 14.0), recorded by lexer_unicode_record.py.
namespace lockstep {

// Whether `character` may begin an identifier, or continue one (PEP 3131).
bool is_identifier_start(char32_t character);
bool is_identifier_continue(char32_t character);

// str.isprintable() of one character.
bool is_printable(char32_t character);

// The character at `offset` of the UTF-8 `text`, and the offset behind it. Bytes that are not
// UTF-8 come out one by one as U+FFFD. Requires offset < text.size().
struct DecodedCharacter {
  char32_t character;
  size_t next;
};
DecodedCharacter decode_utf8(std::string_view text, size_t offset);

// Appends `character` as UTF-8; a surrogate becomes three bytes (WTF-8).
void append_utf8(char32_t character, std::string& text);

// How many characters the UTF-8 `text` has; a byte that is not UTF-8 counts as one.
size_t count_characters(std::string_view text);

}  // namespace lockstep
