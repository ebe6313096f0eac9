#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

// What the parts of a Python text are, for colouring it in an editor. Works on half-typed text too.
// Pure; any thread.
namespace lockstep {

enum class HighlightKind : uint8_t {
  plain,        // names, white space
  keyword,      // also soft keywords where they are used as such
  constant,     // None, True, False, ...
  builtin,      // print, range, ... where not an attribute
  definition,   // the name after def or class
  decorator,
  attribute,    // the name after a dot
  number,
  string,
  comment,
  punctuation,
  error,        // what can be no part of a program: an unclosed string, a stray character
};
inline constexpr int kHighlightKinds = 12;

// A stretch within one line; a text of several lines is one stretch for each. Lines count from 1,
// columns are byte offsets from 0, the end exclusive. Plain text has no stretches.
struct HighlightSpan {
  int32_t line = 0;
  int32_t begin = 0;
  int32_t end = 0;
  HighlightKind kind = HighlightKind::plain;
};

// In order of place; stretches do not overlap.
std::vector<HighlightSpan> highlight_python(std::string_view source);

}  // namespace lockstep
