#include "text/string_ops.h"

#include <algorithm>
#include <cstring>

#include "base/check.h"
#include "text/unicode.h"

// Positions, slices and the questions a string answers about itself. Its neighbours:
// string_case.cpp, string_search.cpp, string_parts.cpp, string_layout.cpp.
namespace lockstep {

namespace {

constexpr uint64_t kLowBits = 0x0101010101010101;

// How many of eight bytes begin a code point.
int64_t starts_in(const char* bytes) {
  uint64_t word;
  std::memcpy(&word, bytes, 8);
  const uint64_t continuations = (word >> 7) & (~word >> 6) & kLowBits;
  return 8 - static_cast<int64_t>(continuations * kLowBits >> 56);  // the sum of its bytes
}

int64_t clamp_index(int64_t index, int64_t length, int64_t lowest, int64_t highest) {
  if (index < 0) index += length;
  return index < lowest ? lowest : index > highest ? highest : index;
}

template <class Predicate>
bool all_of_some(std::string_view text, Predicate predicate) {
  if (text.empty()) return false;
  for (size_t offset = 0; offset < text.size();) {
    if (!predicate(next_code_point(text, offset))) return false;
  }
  return true;
}

}  // namespace

int64_t code_point_count(std::string_view text) {
  int64_t count = 0;
  size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) count += starts_in(text.data() + i);
  for (; i < text.size(); ++i) count += is_utf8_continuation(text[i]) ? 0 : 1;
  return count;
}

size_t index_to_offset(std::string_view text, int64_t index) {
  ENSURE(index >= 0);
  size_t offset = 0;
  while (offset + 8 <= text.size()) {
    const int64_t starts = starts_in(text.data() + offset);
    if (starts > index) break;
    index -= starts;
    offset += 8;
  }
  // What is passed over may end in the middle of a code point.
  for (; offset < text.size(); ++offset) {
    if (is_utf8_continuation(text[offset])) continue;
    if (index-- == 0) return offset;
  }
  ENSURE(index == 0);
  return offset;
}

int64_t offset_to_index(std::string_view text, size_t offset) {
  return code_point_count(text.substr(0, offset));
}

std::string_view code_point_at(std::string_view text, int64_t index) {
  const size_t offset = index_to_offset(text, index);
  ENSURE(offset < text.size());
  return text.substr(offset, static_cast<size_t>(utf8_size(text[offset])));
}

SliceRange resolve_slice(int64_t length, std::optional<int64_t> start, std::optional<int64_t> stop,
                         int64_t step) {
  ENSURE(step != 0);
  SliceRange range;
  range.step = std::max(step, -INT64_MAX);
  if (step > 0) {
    range.start = start ? clamp_index(*start, length, 0, length) : 0;
    const int64_t end = stop ? clamp_index(*stop, length, 0, length) : length;
    if (range.start < end) range.count = (end - range.start - 1) / range.step + 1;
  } else {
    range.start = start ? clamp_index(*start, length, -1, length - 1) : length - 1;
    const int64_t end = stop ? clamp_index(*stop, length, -1, length - 1) : -1;
    if (end < range.start) range.count = (range.start - end - 1) / -range.step + 1;
  }
  return range;
}

std::string_view string_slice(std::string_view text, int64_t start, int64_t stop) {
  if (start >= 0 && stop >= 0) {
    // A code point is at least a byte, so positions beyond the bytes need no counting.
    if (start >= stop || static_cast<uint64_t>(start) >= text.size()) return {};
    if (is_ascii(text)) {
      return text.substr(static_cast<size_t>(start), static_cast<size_t>(stop - start));
    }
  }
  const int64_t length = code_point_count(text);
  start = clamp_index(start, length, 0, length);
  stop = clamp_index(stop, length, 0, length);
  if (start >= stop) return {};
  const std::string_view tail = text.substr(index_to_offset(text, start));
  return tail.substr(0, index_to_offset(tail, stop - start));
}

std::string string_slice(std::string_view text, const SliceRange& range) {
  if (range.count == 0) return {};
  if (range.step == 1) {
    return std::string(string_slice(text, range.start, range.start + range.count));
  }
  std::string out;
  if (is_ascii(text)) {
    out.reserve(static_cast<size_t>(range.count));
    for (int64_t i = 0; i < range.count; ++i) {
      out += text[static_cast<size_t>(range.start + i * range.step)];
    }
    return out;
  }
  size_t offset = index_to_offset(text, range.start);
  for (int64_t i = 0; i < range.count; ++i) {
    if (i > 0) {
      // Steps may be longer than what is left only behind the last item, which is not walked to.
      for (int64_t step = range.step; step > 0; --step) {
        offset += static_cast<size_t>(utf8_size(text[offset]));
      }
      for (int64_t step = range.step; step < 0; ++step) previous_code_point(text, offset);
    }
    out.append(text, offset, static_cast<size_t>(utf8_size(text[offset])));
  }
  return out;
}

std::string string_repeat(std::string_view text, int64_t count) {
  std::string out;
  if (count <= 0 || text.empty()) return out;
  if (text.size() == 1) return std::string(static_cast<size_t>(count), text[0]);
  out.reserve(text.size() * static_cast<size_t>(count));
  for (int64_t i = 0; i < count; ++i) out += text;
  return out;
}

bool string_isalpha(std::string_view text) { return all_of_some(text, is_alphabetic); }

bool string_isalnum(std::string_view text) {
  return all_of_some(text, [](char32_t c) { return is_alphabetic(c) || is_numeric(c); });
}

bool string_isascii(std::string_view text) { return is_ascii(text); }
bool string_isdecimal(std::string_view text) { return all_of_some(text, is_decimal); }
bool string_isdigit(std::string_view text) { return all_of_some(text, is_digit); }
bool string_isnumeric(std::string_view text) { return all_of_some(text, is_numeric); }
bool string_isspace(std::string_view text) { return all_of_some(text, is_space); }

bool string_isprintable(std::string_view text) {
  return text.empty() || all_of_some(text, is_printable);
}

bool string_isupper(std::string_view text) {
  bool cased = false;
  for (size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    if (is_lower(c) || is_title(c)) return false;
    cased = cased || is_upper(c);
  }
  return cased;
}

bool string_islower(std::string_view text) {
  bool cased = false;
  for (size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    if (is_upper(c) || is_title(c)) return false;
    cased = cased || is_lower(c);
  }
  return cased;
}

bool string_istitle(std::string_view text) {
  bool cased = false;
  bool previous_cased = false;
  for (size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    const bool begins_word = is_upper(c) || is_title(c);
    const bool inside_word = is_lower(c);
    if (begins_word && previous_cased) return false;
    if (inside_word && !previous_cased) return false;
    previous_cased = begins_word || inside_word;
    cased = cased || previous_cased;
  }
  return cased;
}

bool string_isidentifier(std::string_view text) {
  if (text.empty()) return false;
  size_t offset = 0;
  if (!is_identifier_start(next_code_point(text, offset))) return false;
  while (offset < text.size()) {
    if (!is_identifier_continue(next_code_point(text, offset))) return false;
  }
  return true;
}

}  // namespace lockstep
