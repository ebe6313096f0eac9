#include "language/syntax_report.h"

#include <algorithm>

#include "language/lexer_unicode.h"
#include "language/source_text.h"

namespace lockstep {

namespace {

// The number of characters in the first `bytes` bytes of `line`; it may be one more than there are.
int32_t characters_in(std::string_view line, int32_t bytes) {
  if (bytes < 0) return -1;
  const size_t size = std::min(static_cast<size_t>(bytes), line.size());
  const size_t behind = static_cast<size_t>(bytes) > line.size() ? 1 : 0;
  return static_cast<int32_t>(count_characters(line.substr(0, size)) + behind);
}

SyntaxError make_error(const TokenBuffer& buffer, SyntaxErrorType type, std::string message,
                       int32_t line, int32_t offset, int32_t end_line, int32_t end_offset) {
  SyntaxError error;
  error.type = type;
  error.message = std::move(message);
  error.line = line;
  error.end_line = end_line;
  const std::string_view text = line_of_source(buffer.source, line - buffer.first_line + 1);
  error.text = text;
  if (buffer.is_replacement_field) {
    // Shown is the field alone, in the parentheses that were put around it.
    error.message = "f-string: " + error.message;
    error.offset = offset - buffer.first_column;
    error.end_offset = end_offset - buffer.first_column;
  } else {
    error.offset = characters_in(text, offset);
    error.end_offset = end_offset > 0 ? characters_in(text, end_offset) : end_offset;
  }
  return error;
}

SyntaxError unclosed_bracket(const TokenBuffer& buffer) {
  const OpenBracket& bracket = buffer.open_brackets.back();
  const int32_t line = bracket.line + buffer.first_line - 1;
  return make_error(buffer, SyntaxErrorType::syntax_error,
                    std::string("'") + bracket.character + "' was never closed", line,
                    bracket.column + 1, line, 0);
}

}  // namespace

SyntaxError error_at(const TokenBuffer& buffer, const SourceSpan& place, SyntaxErrorType type,
                     std::string message) {
  return make_error(buffer, type, std::move(message), place.line, place.column + 1,
                    place.end_line, place.end_column + 1);
}

SyntaxError error_at_token(const TokenBuffer& buffer, size_t index, SyntaxErrorType type,
                           std::string message) {
  const Token& token = buffer.tokens[index];
  if (token.span.column >= 0) return error_at(buffer, token.span, type, std::move(message));
  const size_t line_begin =
      token.end == 0 ? 0 : buffer.source.rfind('\n', token.end - 1) + 1;
  size_t from = line_begin;
  if (line_begin == buffer.source.size() && line_begin > 0) {
    // At the end of the source the last line still counts as the current one.
    from = line_begin == 1 ? 0 : buffer.source.rfind('\n', line_begin - 2) + 1;
  }
  return make_error(buffer, type, std::move(message), token.span.line,
                    static_cast<int32_t>(token.end - from), token.span.end_line, -1);
}

SyntaxError lexer_error(const TokenBuffer& buffer) {
  const LexerError& error = buffer.error;
  if (error.kind == LexerError::Kind::open_bracket) return unclosed_bracket(buffer);
  SyntaxError result;
  result.type = error.type;
  result.message = error.message;
  result.line = result.end_line = error.line + buffer.first_line - 1;
  result.text = line_of_source(buffer.source, error.line);
  result.offset = characters_in(result.text, error.offset);
  result.end_offset =
      error.end_offset > 0 ? characters_in(result.text, error.end_offset) : error.end_offset;
  return result;
}

SyntaxError prefer_lexer_error(const TokenBuffer& buffer, const SyntaxError& error, size_t fill) {
  if (buffer.tokens.back().kind != TokenKind::error) return error;
  if (fill >= buffer.tokens.size() || buffer.error.kind == LexerError::Kind::text) {
    return lexer_error(buffer);
  }
  // A bracket left open further up explains more than what stands behind it.
  if (!buffer.open_brackets.empty()) {
    const int32_t bracket_line = buffer.open_brackets.back().line + buffer.first_line - 1;
    if (buffer.tokens[fill - 1].span.line > bracket_line) return unclosed_bracket(buffer);
  }
  return error;
}

}  // namespace lockstep
