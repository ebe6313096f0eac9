#include "text/escape.h"

#include "text/unicode.h"

namespace lockstep {

namespace {

constexpr char kHexDigits[] = "0123456789abcdef";

void append_hex_escape(std::string& out, char letter, int digits, char32_t value) {
  out += '\\';
  out += letter;
  while (digits-- > 0) out += kHexDigits[value >> (4 * digits) & 0xF];
}

void append_code_point_escape(std::string& out, char32_t c) {
  if (c < 0x100) {
    append_hex_escape(out, 'x', 2, c);
  } else if (c < 0x10000) {
    append_hex_escape(out, 'u', 4, c);
  } else {
    append_hex_escape(out, 'U', 8, c);
  }
}

// Whether the character has an escape of its own, which is then appended.
bool append_named_escape(std::string& out, char c, char quote) {
  switch (c) {
    case '\\':
      out += "\\\\";
      return true;
    case '\n':
      out += "\\n";
      return true;
    case '\r':
      out += "\\r";
      return true;
    case '\t':
      out += "\\t";
      return true;
    default:
      if (c != quote) return false;
      out += '\\';
      out += c;
      return true;
  }
}

char choose_quote(std::string_view text) {
  const bool single = text.find('\'') != std::string_view::npos;
  return single && text.find('"') == std::string_view::npos ? '"' : '\'';
}

// ASCII that stands for itself, quotes apart.
bool is_plain(char c) { return c >= 0x20 && c < 0x7F && c != '\\' && c != '\'' && c != '"'; }

enum class NonAscii { shown, escaped };

std::string quoted(std::string_view text, NonAscii non_ascii) {
  const char quote = choose_quote(text);
  std::string out;
  out.reserve(text.size() + 2);
  out += quote;
  for (size_t offset = 0; offset < text.size();) {
    const size_t start = offset;
    while (offset < text.size() && is_plain(text[offset])) ++offset;
    out.append(text, start, offset - start);
    if (offset == text.size()) break;
    const char first = text[offset];
    if (static_cast<unsigned char>(first) < 0x80) {
      ++offset;
      if (append_named_escape(out, first, quote)) continue;
      if (first >= 0x20 && first < 0x7F) {
        out += first;
      } else {
        append_code_point_escape(out, static_cast<unsigned char>(first));
      }
      continue;
    }
    const char32_t c = next_code_point(text, offset);
    if (non_ascii == NonAscii::shown && is_printable(c)) {
      append_utf8(out, c);
    } else {
      append_code_point_escape(out, c);
    }
  }
  out += quote;
  return out;
}

}  // namespace

std::string string_repr(std::string_view text) { return quoted(text, NonAscii::shown); }

std::string string_ascii(std::string_view text) { return quoted(text, NonAscii::escaped); }

std::string escape_non_ascii(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else {
      append_code_point_escape(out, c);
    }
  }
  return out;
}

std::string bytes_repr(std::string_view bytes) {
  const char quote = choose_quote(bytes);
  std::string out;
  out.reserve(bytes.size() + 3);
  out += 'b';
  out += quote;
  for (const char byte : bytes) {
    if (append_named_escape(out, byte, quote)) continue;
    if (byte >= 0x20 && byte < 0x7F) {
      out += byte;
    } else {
      append_hex_escape(out, 'x', 2, static_cast<unsigned char>(byte));
    }
  }
  out += quote;
  return out;
}

}  // namespace lockstep
