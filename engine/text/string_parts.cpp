#include <algorithm>
#include <bitset>

#include "text/byte_search.h"
#include "text/string_ops.h"
#include "text/unicode.h"

namespace lockstep {

namespace {

bool is_ascii_byte(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool is_ascii_space(char c) { return is_ascii_byte(c) && is_space(static_cast<char32_t>(c)); }

// What strip() takes away: whitespace, or the code points of a string.
class StripSet {
 public:
  StripSet() = default;
  explicit StripSet(std::optional<std::string_view> characters)
      : whitespace_(!characters), characters_(characters.value_or("")) {
    for (const char c : characters_) {
      if (static_cast<unsigned char>(c) < 0x80) ascii_.set(static_cast<unsigned char>(c));
    }
  }

  bool contains(char32_t c, std::string_view bytes) const {
    if (whitespace_) return is_space(c);
    if (c < 0x80) return ascii_.test(c);
    return characters_.find(bytes) != std::string_view::npos;
  }

 private:
  bool whitespace_ = true;
  std::string_view characters_;
  std::bitset<128> ascii_;
};

size_t strip_start(std::string_view text, const StripSet& set) {
  size_t offset = 0;
  while (offset < text.size()) {
    const size_t start = offset;
    const char32_t c = next_code_point(text, offset);
    if (!set.contains(c, text.substr(start, offset - start))) return start;
  }
  return offset;
}

size_t strip_end(std::string_view text, const StripSet& set) {
  size_t offset = text.size();
  while (offset > 0) {
    const size_t end = offset;
    const char32_t c = previous_code_point(text, offset);
    if (!set.contains(c, text.substr(offset, end - offset))) return end;
  }
  return 0;
}

Failure<TextError> empty_separator() {
  return text_failure(TextErrorKind::value_error, "empty separator");
}

// How many words most texts are made of, at most.
constexpr size_t kUsualParts = 12;

template <class SkipSpaces, class SkipWord>
std::vector<std::string_view> split_words(std::string_view text, int64_t limit,
                                          SkipSpaces skip_spaces, SkipWord skip_word) {
  std::vector<std::string_view> parts;
  parts.reserve(kUsualParts);
  for (size_t offset = skip_spaces(0); offset < text.size();) {
    if (limit-- <= 0) {
      parts.push_back(text.substr(offset));  // with the whitespace at its end
      break;
    }
    const size_t end = skip_word(offset);
    parts.push_back(text.substr(offset, end - offset));
    offset = skip_spaces(end);
  }
  return parts;
}

std::vector<std::string_view> split_at_spaces(std::string_view text, int64_t limit) {
  if (is_ascii(text)) {
    const auto skip = [text](size_t offset, bool spaces) {
      while (offset < text.size() && is_space(static_cast<char32_t>(text[offset])) == spaces) {
        ++offset;
      }
      return offset;
    };
    return split_words(
        text, limit, [&](size_t offset) { return skip(offset, true); },
        [&](size_t offset) { return skip(offset, false); });
  }
  const auto skip = [text](size_t offset, bool spaces) {
    while (offset < text.size()) {
      size_t next = offset;
      if (is_space(next_code_point(text, next)) != spaces) break;
      offset = next;
    }
    return offset;
  };
  return split_words(
      text, limit, [&](size_t offset) { return skip(offset, true); },
      [&](size_t offset) { return skip(offset, false); });
}

std::vector<std::string_view> rsplit_at_spaces(std::string_view text, int64_t limit) {
  std::vector<std::string_view> parts;
  const StripSet spaces;
  std::string_view rest = text.substr(0, strip_end(text, spaces));
  while (!rest.empty()) {
    if (limit-- <= 0) {
      parts.push_back(rest);  // with the whitespace at its start
      break;
    }
    size_t start = rest.size();
    size_t next = rest.size();
    while (next > 0) {
      start = next;
      if (is_space(previous_code_point(rest, next))) break;
      start = next;
    }
    parts.push_back(rest.substr(start));
    rest = rest.substr(0, start);
    rest = rest.substr(0, strip_end(rest, spaces));
  }
  std::reverse(parts.begin(), parts.end());
  return parts;
}

bool is_line_end(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

}  // namespace

std::string_view string_strip(std::string_view text, std::optional<std::string_view> characters) {
  if (!characters) {
    while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
    if (text.empty() || (is_ascii_byte(text.front()) && is_ascii_byte(text.back()))) return text;
  }
  const StripSet set(characters);
  text = text.substr(strip_start(text, set));
  return text.substr(0, strip_end(text, set));
}

std::string_view string_lstrip(std::string_view text, std::optional<std::string_view> characters) {
  return text.substr(strip_start(text, StripSet(characters)));
}

std::string_view string_rstrip(std::string_view text, std::optional<std::string_view> characters) {
  return text.substr(0, strip_end(text, StripSet(characters)));
}

std::string_view string_removeprefix(std::string_view text, std::string_view prefix) {
  return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
}

std::string_view string_removesuffix(std::string_view text, std::string_view suffix) {
  return text.ends_with(suffix) ? text.substr(0, text.size() - suffix.size()) : text;
}

TextResult<std::vector<std::string_view>> string_split(std::string_view text,
                                                       std::optional<std::string_view> separator,
                                                       int64_t limit) {
  if (limit < 0) limit = INT64_MAX;
  if (!separator) return split_at_spaces(text, limit);
  if (separator->empty()) return empty_separator();
  std::vector<std::string_view> parts;
  parts.reserve(kUsualParts);
  if (separator->size() == 1) {
    const char* begin = text.data();
    const char* const end = begin + text.size();
    for (; limit > 0; --limit) {
      const char* found = find_byte(begin, end, separator->front());
      if (found == nullptr) break;
      parts.emplace_back(begin, static_cast<size_t>(found - begin));
      begin = found + 1;
    }
    parts.emplace_back(begin, static_cast<size_t>(end - begin));
    return parts;
  }
  for (; limit > 0; --limit) {
    const size_t offset = string_find_offset(text, *separator);
    if (offset == kNotFound) break;
    parts.push_back(text.substr(0, offset));
    text.remove_prefix(offset + separator->size());
  }
  parts.push_back(text);
  return parts;
}

TextResult<std::vector<std::string_view>> string_rsplit(std::string_view text,
                                                        std::optional<std::string_view> separator,
                                                        int64_t limit) {
  if (limit < 0) limit = INT64_MAX;
  if (!separator) return rsplit_at_spaces(text, limit);
  if (separator->empty()) return empty_separator();
  std::vector<std::string_view> parts;
  for (; limit > 0; --limit) {
    const size_t offset = string_rfind_offset(text, *separator);
    if (offset == kNotFound) break;
    parts.push_back(text.substr(offset + separator->size()));
    text = text.substr(0, offset);
  }
  parts.push_back(text);
  std::reverse(parts.begin(), parts.end());
  return parts;
}

std::vector<std::string_view> string_splitlines(std::string_view text, LineEnds line_ends) {
  std::vector<std::string_view> lines;
  size_t line_start = 0;
  for (size_t offset = 0; offset < text.size();) {
    const size_t line_end = offset;
    const char32_t c = next_code_point(text, offset);
    if (!is_line_end(c)) continue;
    if (c == '\r' && offset < text.size() && text[offset] == '\n') ++offset;
    const size_t end = line_ends == LineEnds::kept ? offset : line_end;
    lines.push_back(text.substr(line_start, end - line_start));
    line_start = offset;
  }
  if (line_start < text.size()) lines.push_back(text.substr(line_start));
  return lines;
}

TextResult<std::array<std::string_view, 3>> string_partition(std::string_view text,
                                                             std::string_view separator) {
  if (separator.empty()) return empty_separator();
  const size_t offset = string_find_offset(text, separator);
  if (offset == kNotFound) return std::array<std::string_view, 3>{text, "", ""};
  return std::array{text.substr(0, offset), text.substr(offset, separator.size()),
                    text.substr(offset + separator.size())};
}

TextResult<std::array<std::string_view, 3>> string_rpartition(std::string_view text,
                                                              std::string_view separator) {
  if (separator.empty()) return empty_separator();
  const size_t offset = string_rfind_offset(text, separator);
  if (offset == kNotFound) return std::array<std::string_view, 3>{"", "", text};
  return std::array{text.substr(0, offset), text.substr(offset, separator.size()),
                    text.substr(offset + separator.size())};
}

}  // namespace lockstep
