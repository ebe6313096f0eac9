#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lockstep {

enum class SyntaxErrorType : uint8_t { syntax_error, indentation_error, tab_error };

// "SyntaxError", "IndentationError" or "TabError".
std::string_view syntax_error_type_name(SyntaxErrorType type);

// Why a source is not a program: what CPython's SyntaxError carries.
struct SyntaxError {
  SyntaxErrorType type = SyntaxErrorType::syntax_error;
  std::string message;
  // Columns here count characters from 1 (0: unknown), unlike in the rest of the engine, because
  // these are the numbers a script reads from the exception: lineno, offset, end_lineno,
  // end_offset. See also SourceOrigin in parser.h.
  int32_t line = 0;
  int32_t offset = 0;
  int32_t end_line = 0;
  int32_t end_offset = 0;
  // The line it points into, with its line end; the attribute `text`.
  std::string text;
};

// What CPython warns of in a source that is a program all the same (SyntaxWarning).
struct SyntaxWarning {
  int32_t line = 0;
  std::string message;
};

// What CPython prints for an uncaught `error`: the File line, the source line and carets under the
// place (both left out where there is no text), the type and message; every line ends in "\n".
std::string format_syntax_error(const SyntaxError& error, std::string_view filename);

}  // namespace lockstep
