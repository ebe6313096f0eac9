#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "language/syntax_error.h"

namespace lockstep {

struct SourceText {
  std::string text;
  bool declares_encoding = false;  // by a cookie or a byte order mark
};

// Brings the source of a program into the form the strict Lexer takes: UTF-8 without a byte order
// mark, "\n" line ends, the last line ended. Obeys an encoding cookie (PEP 263) that names UTF-8,
// ASCII or Latin-1. Fails for other encodings, for text that is not in its encoding, and for NUL.
Result<SourceText, SyntaxError> decode_source(std::string_view source);

// The line of that number, counted from 1, with its line end; empty where there is none.
std::string_view line_of_source(std::string_view source, int32_t line);

}  // namespace lockstep
