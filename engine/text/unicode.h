#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// Code points: UTF-8 in and out, and the character database. Pure functions, callable from any
// thread.
//
// Text is UTF-8 throughout; a lone surrogate, which Python's str may hold, is three bytes as if it
// were any other code point (WTF-8, with surrogate pairs never joined). Functions here require text
// of that form: the lexer and the decoders are the only places where other bytes can come in.
//
// The database is utf8proc's, which may be a version of Unicode or two newer than CPython 3.11's
// 14.0: characters that 14.0 did not assign yet may have properties here that CPython denies.
namespace lockstep {

inline constexpr char32_t kMaximumCodePoint = 0x10FFFF;

// Whether all bytes are below 0x80.
bool is_ascii(std::string_view text);
inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// How many bytes the code point starting with this byte has.
inline int utf8_size(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}
inline bool is_utf8_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// The code point at `offset`, which moves behind it. Requires offset < text.size(), at a boundary.
char32_t next_code_point(std::string_view text, size_t& offset);
// The code point that ends at `offset`, which moves to its start. Requires offset > 0.
char32_t previous_code_point(std::string_view text, size_t& offset);
// Requires code_point <= kMaximumCodePoint; surrogates are allowed.
void append_utf8(std::string& text, char32_t code_point);
std::string to_utf8(char32_t code_point);

// Whether the bytes are text in the sense above. `allow_surrogates` false: strict UTF-8.
enum class Surrogates { allowed, forbidden };
bool is_valid_utf8(std::string_view bytes, Surrogates surrogates = Surrogates::allowed);

// The predicates behind str.isalpha() and its like, for one code point.
bool is_alphabetic(char32_t c);
bool is_decimal(char32_t c);
bool is_digit(char32_t c);
bool is_numeric(char32_t c);
bool is_space_beyond_ascii(char32_t c);
inline bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F);
  return is_space_beyond_ascii(c);
}
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_title(char32_t c);
bool is_cased(char32_t c);
bool is_case_ignorable(char32_t c);
bool is_printable(char32_t c);
bool is_identifier_start(char32_t c);     // XID_Start or '_'
bool is_identifier_continue(char32_t c);  // XID_Continue

// The value of a decimal digit of any script, or -1.
int decimal_value(char32_t c);

// Full case mappings: one code point may become up to three. They append to `out`. Lower case does
// not know the final sigma, which depends on its neighbours: string_lower does.
void append_upper(std::string& out, char32_t c);
void append_lower(std::string& out, char32_t c);
void append_title(std::string& out, char32_t c);
void append_folded(std::string& out, char32_t c);

// NFKC, the form in which Python compares identifiers.
std::string normalize_nfkc(std::string_view text);

// How many columns a terminal gives the code point: 0, 1 or 2.
int display_width(char32_t c);

}  // namespace lockstep
