#include "language/compile_context.h"

#include <utility>

namespace lockstep {

void CompileContext::fail(SourceSpan span, std::string message) {
  if (!error_) error_ = syntax_error_at(program, span, std::move(message));
}

SyntaxError syntax_error_at(const Program& program, SourceSpan span, std::string message) {
  SyntaxError error;
  error.message = std::move(message);
  error.line = span.line;
  error.offset = span.column + 1;
  error.end_line = span.end_line;
  error.end_offset = span.end_column + 1;
  if (span.line >= 1 && static_cast<size_t>(span.line) <= program.lines.size()) {
    error.text = program.lines[static_cast<size_t>(span.line) - 1];
    error.text += '\n';
  }
  return error;
}

}  // namespace lockstep
