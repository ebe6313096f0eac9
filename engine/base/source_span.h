#pragma once

#include <cstdint>

namespace lockstep {

// A stretch of a source text. Lines count from 1; columns are UTF-8 byte offsets within their line,
// counted from 0; the end is exclusive. These are the conventions of Python's `ast` module, so a
// span can be compared with CPython's directly. A span of all zeros stands for "no place".
struct SourceSpan {
  int32_t line = 0;
  int32_t column = 0;
  int32_t end_line = 0;
  int32_t end_column = 0;

  friend bool operator==(const SourceSpan&, const SourceSpan&) = default;
};

}  // namespace lockstep
