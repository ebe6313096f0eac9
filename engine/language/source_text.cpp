#include "language/source_text.h"

#include <algorithm>
#include <cstdio>

#include "text/unicode.h"

namespace lockstep {

namespace {

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

// The encoding that `line` declares, or nothing. Only a comment can declare one.
std::string_view declared_encoding(std::string_view line) {
  const size_t begin = line.find_first_not_of(" \t\f");
  if (begin == std::string_view::npos || line[begin] != '#') return {};
  for (size_t at = line.find("coding", begin); at != std::string_view::npos;
       at = line.find("coding", at + 1)) {
    size_t name = at + 6;
    if (name >= line.size() || (line[name] != ':' && line[name] != '=')) continue;
    do ++name;
    while (name < line.size() && (line[name] == ' ' || line[name] == '\t'));
    size_t end = name;
    while (end < line.size() && is_name_character(line[end])) ++end;
    if (end > name) return line.substr(name, end - name);
  }
  return {};
}

// The cookie may stand on either of the first two lines, the second only behind a line without
// code.
std::string_view source_encoding(std::string_view source) {
  for (int line_number = 0; line_number < 2; ++line_number) {
    const size_t line_end = std::min(source.find_first_of("\r\n"), source.size());
    const std::string_view line = source.substr(0, line_end);
    const std::string_view name = declared_encoding(line);
    if (!name.empty()) return name;
    const size_t begin = line.find_first_not_of(" \t\f");
    if (begin != std::string_view::npos && line[begin] != '#') return {};
    source.remove_prefix(line_end);
    if (!source.empty()) source.remove_prefix(source.substr(0, 2) == "\r\n" ? 2 : 1);
  }
  return {};
}

enum class Encoding { utf8, ascii, latin1, unknown };

Encoding encoding_of_name(std::string_view name) {
  std::string plain;
  for (char c : name) plain.push_back(c == '_' ? '-' : static_cast<char>(c | 0x20));
  // `| 0x20` turns '-' and digits into themselves.
  auto is = [&](std::string_view base) {
    return plain == base || plain.compare(0, base.size() + 1, std::string(base) + "-") == 0;
  };
  if (name.empty() || is("utf-8") || plain == "utf8" || plain == "u8") return Encoding::utf8;
  if (plain == "ascii" || plain == "us-ascii" || plain == "646") return Encoding::ascii;
  if (is("latin-1") || is("iso-8859-1") || is("iso-latin-1") || plain == "latin1" ||
      plain == "iso8859-1" || plain == "l1") {
    return Encoding::latin1;
  }
  return Encoding::unknown;
}

SyntaxError undecodable(std::string_view source, size_t offset, std::string_view codec,
                        std::string_view reason) {
  char byte[8];
  std::snprintf(byte, sizeof byte, "%02x", static_cast<unsigned char>(source[offset]));
  SyntaxError error;
  error.message = "(unicode error) '" + std::string(codec) + "' codec can't decode byte 0x" + byte +
                  " in position " + std::to_string(offset) + ": " + std::string(reason);
  return error;
}

// Moves `offset` behind the UTF-8 character there; false when there is none.
bool skip_character(std::string_view source, size_t& offset) {
  const std::string_view rest = source.substr(offset);
  const auto size = static_cast<size_t>(utf8_size(rest[0]));
  if (size > rest.size() || !is_valid_utf8(rest.substr(0, size), Surrogates::forbidden)) {
    return false;
  }
  offset += size;
  return true;
}

// Why the bytes at `offset` are not UTF-8, in the codec's words.
std::string_view utf8_fault(std::string_view source, size_t offset) {
  const auto lead = static_cast<unsigned char>(source[offset]);
  if (lead < 0xC2 || lead > 0xF4) return "invalid start byte";
  const size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  for (size_t i = 1; i < length; ++i) {
    if (offset + i >= source.size()) return "unexpected end of data";
    if ((static_cast<unsigned char>(source[offset + i]) & 0xC0) != 0x80) break;
  }
  return "invalid continuation byte";
}

}  // namespace

Result<SourceText, SyntaxError> decode_source(std::string_view source) {
  SourceText result;
  if (source.substr(0, 3) == "\xEF\xBB\xBF") {
    source.remove_prefix(3);
    result.declares_encoding = true;
  }
  const std::string_view name = source_encoding(source);
  const Encoding encoding = encoding_of_name(name);
  if (encoding == Encoding::unknown) {
    SyntaxError error;
    error.message = "unknown encoding: " + std::string(name);
    return Failure(std::move(error));
  }
  result.declares_encoding |= !name.empty();
  std::string& text = result.text;
  text.reserve(source.size() + 1);
  for (size_t offset = 0; offset < source.size();) {
    const char c = source[offset];
    if (c == '\r') {
      text.push_back('\n');
      offset += offset + 1 < source.size() && source[offset + 1] == '\n' ? 2 : 1;
    } else if (c == '\0') {
      SyntaxError error;
      error.message = "source code cannot contain null bytes";
      return Failure(std::move(error));
    } else if (static_cast<unsigned char>(c) < 0x80) {
      text.push_back(c);
      ++offset;
    } else if (encoding == Encoding::latin1) {
      append_utf8(text, static_cast<unsigned char>(c));
      ++offset;
    } else if (encoding == Encoding::ascii) {
      return Failure(undecodable(source, offset, "ascii", "ordinal not in range(128)"));
    } else {
      const size_t begin = offset;
      if (!skip_character(source, offset)) {
        return Failure(undecodable(source, offset, "utf-8", utf8_fault(source, offset)));
      }
      text.append(source, begin, offset - begin);
    }
  }
  if (text.empty() || text.back() != '\n') text.push_back('\n');
  return result;
}

std::string_view line_of_source(std::string_view source, int32_t line) {
  for (; line > 1; --line) {
    const size_t end = source.find('\n');
    if (end == std::string_view::npos) return {};
    source.remove_prefix(end + 1);
  }
  const size_t end = source.find('\n');
  return end == std::string_view::npos ? source : source.substr(0, end + 1);
}

}  // namespace lockstep
