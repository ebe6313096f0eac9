#include "language/string_escapes.h"

#include "text/character_names.h"
#include "text/unicode.h"

namespace lockstep {

namespace {

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 16;
}

// The character of an escape of one letter, or -1.
int simple_escape(char c) {
  switch (c) {
    case '\\': return '\\';
    case '\'': return '\'';
    case '"': return '"';
    case 'a': return '\a';
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'v': return '\v';
    default: return -1;
  }
}

// Up to three octal digits at `at`; moves behind them.
int read_octal(std::string_view body, size_t& at) {
  int value = 0;
  for (int count = 0; count < 3 && at < body.size() && body[at] >= '0' && body[at] <= '7';
       ++count, ++at) {
    value = value * 8 + (body[at] - '0');
  }
  return value;
}

// CPython decodes escapes after writing each character beyond ASCII as one of ten (`\U0001F600`),
// and a backslash before such a character as one of six; its messages count in that text.
size_t position_for_message(std::string_view body, size_t end) {
  size_t position = 0;
  for (size_t at = 0; at < end;) {
    const char c = body[at];
    if (static_cast<unsigned char>(c) >= 0x80) {
      position += 10;
      at += static_cast<size_t>(utf8_size(c));
      continue;
    }
    ++at;
    if (c != '\\') {
      ++position;
    } else if (at >= body.size() || static_cast<unsigned char>(body[at]) >= 0x80) {
      position += 6;
    } else {
      position += 2;
      ++at;
    }
  }
  return position;
}

}  // namespace

bool decode_text_escapes(std::string_view body, std::string& text, std::string& error) {
  for (size_t at = 0; at < body.size();) {
    const size_t begin = at;
    const char c = body[at++];
    if (c != '\\') {
      text.push_back(c);
      continue;
    }
    auto fail = [&](size_t end, std::string_view reason) {
      const size_t first = position_for_message(body, begin);
      error = "(unicode error) 'unicodeescape' codec can't decode bytes in position " +
              std::to_string(first) + "-" + std::to_string(first + (end - begin) - 1) + ": " +
              std::string(reason);
      return false;
    };
    if (at >= body.size()) {
      text.push_back('\\');
      break;
    }
    const char letter = body[at];
    if (letter == '\n') {
      ++at;
    } else if (const int simple = simple_escape(letter); simple >= 0) {
      text.push_back(static_cast<char>(simple));
      ++at;
    } else if (letter >= '0' && letter <= '7') {
      append_utf8(text, static_cast<char32_t>(read_octal(body, at)));
    } else if (letter == 'x' || letter == 'u' || letter == 'U') {
      const size_t count = letter == 'x' ? 2 : letter == 'u' ? 4 : 8;
      char32_t value = 0;
      ++at;
      for (size_t i = 0; i < count; ++i, ++at) {
        if (at >= body.size() || digit_value(body[at]) == 16) {
          return fail(at, letter == 'x'   ? "truncated \\xXX escape"
                          : letter == 'u' ? "truncated \\uXXXX escape"
                                          : "truncated \\UXXXXXXXX escape");
        }
        value = value * 16 + static_cast<char32_t>(digit_value(body[at]));
      }
      if (value > 0x10FFFF) return fail(at, "illegal Unicode character");
      append_utf8(text, value);
    } else if (letter == 'N') {
      const size_t close = body.find('}', at);
      const bool has_brace = at + 1 < body.size() && body[at + 1] == '{';
      if (!has_brace) return fail(at + 1, "malformed \\N character escape");
      if (close == std::string_view::npos) {
        return fail(body.size(), "malformed \\N character escape");
      }
      if (close == at + 2) return fail(at + 2, "malformed \\N character escape");
      const auto character = character_by_name(body.substr(at + 2, close - at - 2));
      if (!character) return fail(close + 1, "unknown Unicode character name");
      append_utf8(text, *character);
      at = close + 1;
    } else {
      text.push_back('\\');
    }
  }
  return true;
}

bool decode_bytes_escapes(std::string_view body, std::string& bytes, std::string& error) {
  for (size_t at = 0; at < body.size();) {
    const size_t begin = at;
    const char c = body[at++];
    if (c != '\\' || at >= body.size()) {
      bytes.push_back(c);
      continue;
    }
    const char letter = body[at];
    if (letter == '\n') {
      ++at;
    } else if (const int simple = simple_escape(letter); simple >= 0) {
      bytes.push_back(static_cast<char>(simple));
      ++at;
    } else if (letter >= '0' && letter <= '7') {
      bytes.push_back(static_cast<char>(read_octal(body, at)));
    } else if (letter == 'x') {
      if (at + 2 >= body.size() || digit_value(body[at + 1]) == 16 ||
          digit_value(body[at + 2]) == 16) {
        error = "(value error) invalid \\x escape at position " + std::to_string(begin);
        return false;
      }
      const int value = digit_value(body[at + 1]) * 16 + digit_value(body[at + 2]);
      bytes.push_back(static_cast<char>(value));
      at += 3;
    } else {
      bytes.push_back('\\');
    }
  }
  return true;
}

}  // namespace lockstep
