#include <algorithm>
#include <cstring>

#include "text/byte_search.h"
#include "text/string_ops.h"
#include "text/unicode.h"

// Searching compares bytes: in UTF-8 a code point's bytes never occur inside another's, so what is
// found always lies on boundaries.
namespace lockstep {

namespace {

struct Window {
  bool valid = false;  // start <= end
  int64_t start_index = 0;
  std::string_view text;
};

// text[start:end] by the rules of str.find and its like: where it begins counts even if it is
// empty, and a start behind the end finds nothing, not even the empty string.
Window window_of(std::string_view text, int64_t start, int64_t end) {
  if (start == 0 && end >= static_cast<int64_t>(text.size())) return {true, 0, text};
  const int64_t length = code_point_count(text);
  if (end < 0) end = std::max<int64_t>(end + length, 0);
  if (start < 0) start = std::max<int64_t>(start + length, 0);
  end = std::min(end, length);
  if (start > end) return {};
  const std::string_view tail = text.substr(index_to_offset(text, start));
  return {true, start, tail.substr(0, index_to_offset(tail, end - start))};
}

}  // namespace

namespace {

// Part has two bytes or more and fits. The bytes at its ends tell most places apart.
size_t find_in_short(std::string_view text, std::string_view part) {
  const size_t last = part.size() - 1;
  const char* const stop = text.data() + (text.size() - last);
  for (const char* at = text.data();; ++at) {
    at = find_byte(at, stop, part[0]);
    if (at == nullptr) return kNotFound;
    if (at[last] == part[last] && std::memcmp(at + 1, part.data() + 1, last) == 0) {
      return static_cast<size_t>(at - text.data());
    }
  }
}

}  // namespace

size_t string_find_offset(std::string_view text, std::string_view part) {
  if (part.size() == 1) {
    const char* found = find_byte(text.data(), text.data() + text.size(), part[0]);
    return found != nullptr ? static_cast<size_t>(found - text.data()) : kNotFound;
  }
  if (part.empty()) return 0;
  if (part.size() > text.size()) return kNotFound;
  constexpr size_t kShort = 128;
  if (text.size() <= kShort) return find_in_short(text, part);
  // Two-way, so that no pair of texts takes more than time in proportion to their lengths.
  const void* found = memmem(text.data(), text.size(), part.data(), part.size());
  return found ? static_cast<size_t>(static_cast<const char*>(found) - text.data()) : kNotFound;
}

size_t string_rfind_offset(std::string_view text, std::string_view part) {
  return text.rfind(part);
}

int64_t string_find(std::string_view text, std::string_view part, int64_t start, int64_t end) {
  const Window window = window_of(text, start, end);
  if (!window.valid) return -1;
  const size_t offset = string_find_offset(window.text, part);
  return offset == kNotFound ? -1 : window.start_index + offset_to_index(window.text, offset);
}

int64_t string_rfind(std::string_view text, std::string_view part, int64_t start, int64_t end) {
  const Window window = window_of(text, start, end);
  if (!window.valid) return -1;
  const size_t offset = string_rfind_offset(window.text, part);
  return offset == kNotFound ? -1 : window.start_index + offset_to_index(window.text, offset);
}

int64_t string_count(std::string_view text, std::string_view part, int64_t start, int64_t end) {
  const Window window = window_of(text, start, end);
  if (!window.valid) return 0;
  if (part.empty()) return code_point_count(window.text) + 1;
  int64_t count = 0;
  std::string_view rest = window.text;
  for (size_t offset; (offset = string_find_offset(rest, part)) != kNotFound; ++count) {
    rest.remove_prefix(offset + part.size());
  }
  return count;
}

bool string_contains(std::string_view text, std::string_view part) {
  return string_find_offset(text, part) != kNotFound;
}

bool string_startswith(std::string_view text, std::string_view prefix, int64_t start, int64_t end) {
  const Window window = window_of(text, start, end);
  return window.valid && window.text.starts_with(prefix);
}

bool string_endswith(std::string_view text, std::string_view suffix, int64_t start, int64_t end) {
  const Window window = window_of(text, start, end);
  return window.valid && window.text.ends_with(suffix);
}

std::string string_replace(std::string_view text, std::string_view old_part,
                           std::string_view new_part, int64_t limit) {
  if (limit < 0) limit = INT64_MAX;
  std::string out;
  out.reserve(text.size());
  std::string_view rest = text;
  if (old_part.empty()) {
    // Before each code point, and at the end.
    for (; limit > 0; --limit) {
      out += new_part;
      if (rest.empty()) return out;
      const auto size = static_cast<size_t>(utf8_size(rest[0]));
      out += rest.substr(0, size);
      rest.remove_prefix(size);
    }
    return out += rest;
  }
  for (; limit > 0; --limit) {
    const size_t offset = string_find_offset(rest, old_part);
    if (offset == kNotFound) break;
    out += rest.substr(0, offset);
    out += new_part;
    rest.remove_prefix(offset + old_part.size());
  }
  return out += rest;
}

}  // namespace lockstep
