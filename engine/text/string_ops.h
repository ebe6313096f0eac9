#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/text_error.h"

// The methods of Python's str on UTF-8 text, one `string_` function each, with the method's own
// meaning to the letter. Pure functions, callable from any thread. Text is as text/unicode.h says;
// ASCII takes fast paths.
//
// Positions are byte offsets where a name says offset, and code points (Python's indices) where it
// says index. Pieces that come back as views look into the argument.
namespace lockstep {

inline constexpr size_t kNotFound = std::string_view::npos;

// --- positions ---
// len(text).
int64_t code_point_count(std::string_view text);
// Requires 0 <= index <= len(text).
size_t index_to_offset(std::string_view text, int64_t index);
// Requires a boundary.
int64_t offset_to_index(std::string_view text, size_t offset);
// The code point's text, for 0 <= index < len(text).
std::string_view code_point_at(std::string_view text, int64_t index);

// slice.indices(): the first index, the step and how many items a slice of something `length` long
// takes. Requires step != 0.
struct SliceRange {
  int64_t start = 0;
  int64_t step = 1;
  int64_t count = 0;
};
SliceRange resolve_slice(int64_t length, std::optional<int64_t> start, std::optional<int64_t> stop,
                         int64_t step);
// text[start:stop] as a view: the same rule of negative and too large positions.
std::string_view string_slice(std::string_view text, int64_t start, int64_t stop);
std::string string_slice(std::string_view text, const SliceRange& range);
// text * count; empty for count <= 0.
std::string string_repeat(std::string_view text, int64_t count);
// `<` on str compares code points; so do UTF-8's bytes: plain operator<=> of string_view serves.

// --- case ---
std::string string_upper(std::string_view text);
std::string string_lower(std::string_view text);
std::string string_title(std::string_view text);
std::string string_capitalize(std::string_view text);
std::string string_swapcase(std::string_view text);
std::string string_casefold(std::string_view text);

// --- questions ---
bool string_isalpha(std::string_view text);
bool string_isalnum(std::string_view text);
bool string_isascii(std::string_view text);
bool string_isdecimal(std::string_view text);
bool string_isdigit(std::string_view text);
bool string_isnumeric(std::string_view text);
bool string_isspace(std::string_view text);
bool string_isupper(std::string_view text);
bool string_islower(std::string_view text);
bool string_istitle(std::string_view text);
bool string_isprintable(std::string_view text);
bool string_isidentifier(std::string_view text);

// --- searching ---
// The first or last place of `part` as a byte offset, or kNotFound. An empty part is found at once.
size_t string_find_offset(std::string_view text, std::string_view part);
size_t string_rfind_offset(std::string_view text, std::string_view part);
// str.find, rfind, count with their bounds as indices; -1 when not found.
int64_t string_find(std::string_view text, std::string_view part, int64_t start = 0,
                    int64_t end = INT64_MAX);
int64_t string_rfind(std::string_view text, std::string_view part, int64_t start = 0,
                     int64_t end = INT64_MAX);
int64_t string_count(std::string_view text, std::string_view part, int64_t start = 0,
                     int64_t end = INT64_MAX);
bool string_contains(std::string_view text, std::string_view part);
bool string_startswith(std::string_view text, std::string_view prefix, int64_t start = 0,
                       int64_t end = INT64_MAX);
bool string_endswith(std::string_view text, std::string_view suffix, int64_t start = 0,
                     int64_t end = INT64_MAX);
// str.replace; a negative limit means all.
std::string string_replace(std::string_view text, std::string_view old_part,
                           std::string_view new_part, int64_t limit = -1);

// --- taking apart ---
// `characters` nullopt: whitespace.
std::string_view string_strip(std::string_view text,
                              std::optional<std::string_view> characters = std::nullopt);
std::string_view string_lstrip(std::string_view text,
                               std::optional<std::string_view> characters = std::nullopt);
std::string_view string_rstrip(std::string_view text,
                               std::optional<std::string_view> characters = std::nullopt);
std::string_view string_removeprefix(std::string_view text, std::string_view prefix);
std::string_view string_removesuffix(std::string_view text, std::string_view suffix);

// `separator` nullopt: runs of whitespace; a negative limit means all. ValueError
// "empty separator".
TextResult<std::vector<std::string_view>> string_split(
    std::string_view text, std::optional<std::string_view> separator = std::nullopt,
    int64_t limit = -1);
TextResult<std::vector<std::string_view>> string_rsplit(
    std::string_view text, std::optional<std::string_view> separator = std::nullopt,
    int64_t limit = -1);
enum class LineEnds { dropped, kept };
std::vector<std::string_view> string_splitlines(std::string_view text,
                                                LineEnds line_ends = LineEnds::dropped);
TextResult<std::array<std::string_view, 3>> string_partition(std::string_view text,
                                                             std::string_view separator);
TextResult<std::array<std::string_view, 3>> string_rpartition(std::string_view text,
                                                              std::string_view separator);

// --- laying out ---
// `fill` is one code point. TypeError of a longer one is the caller's:
// "The fill character must be exactly one character long".
std::string string_center(std::string_view text, int64_t width, std::string_view fill = " ");
std::string string_ljust(std::string_view text, int64_t width, std::string_view fill = " ");
std::string string_rjust(std::string_view text, int64_t width, std::string_view fill = " ");
std::string string_zfill(std::string_view text, int64_t width);
std::string string_expandtabs(std::string_view text, int64_t tab_size = 8);

// str.translate: calls `translate(code_point, out)` for each code point, which appends what takes
// its place (nothing to delete it).
template <class Translate>
std::string string_translate(std::string_view text, Translate&& translate);

}  // namespace lockstep

#include "text/unicode.h"

namespace lockstep {

template <class Translate>
std::string string_translate(std::string_view text, Translate&& translate) {
  std::string out;
  out.reserve(text.size());
  for (size_t offset = 0; offset < text.size();) {
    const char32_t code_point = next_code_point(text, offset);
    translate(code_point, out);
  }
  return out;
}

}  // namespace lockstep
