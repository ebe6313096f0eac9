#include "language/syntax_error.h"

#include <algorithm>

#include "text/unicode.h"

namespace lockstep {

std::string_view syntax_error_type_name(SyntaxErrorType type) {
  switch (type) {
    case SyntaxErrorType::syntax_error: return "SyntaxError";
    case SyntaxErrorType::indentation_error: return "IndentationError";
    case SyntaxErrorType::tab_error: return "TabError";
  }
  return "";
}

namespace {

// The source line without its indentation, and the carets under [offset, end_offset).
std::string format_place(std::string_view text, int32_t offset, int32_t end_offset) {
  const int32_t carets = end_offset > 0 && end_offset > offset ? end_offset - offset : 1;
  --offset;
  while (!text.empty() && (text[0] == ' ' || text[0] == '\t' || text[0] == '\f')) {
    text.remove_prefix(1);
    --offset;
  }
  if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  std::string result = "    " + std::string(text) + "\n";
  if (offset < 0) return result;
  offset = std::min(offset, static_cast<int32_t>(text.size()));
  result += "    " + std::string(static_cast<size_t>(offset), ' ') +
            std::string(static_cast<size_t>(carets), '^') + "\n";
  return result;
}

}  // namespace

std::string format_syntax_error(const SyntaxError& error, std::string_view filename) {
  std::string result =
      "  File \"" + std::string(filename) + "\", line " + std::to_string(error.line) + "\n";
  if (!error.text.empty()) {
    // Of a place that goes on in the next lines only the first one is shown.
    const auto size = static_cast<int32_t>(
        std::count_if(error.text.begin(), error.text.end(),
                      [](char byte) { return !is_utf8_continuation(byte); }));
    int32_t end_offset = error.end_line > error.line ? size : error.end_offset;
    // For its subclasses the interpreter shows only where the place begins.
    if (error.type != SyntaxErrorType::syntax_error) end_offset = error.offset;
    result += format_place(error.text, error.offset, end_offset);
  }
  return result + std::string(syntax_error_type_name(error.type)) + ": " + error.message + "\n";
}

}  // namespace lockstep
