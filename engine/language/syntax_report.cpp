#include "language/syntax_report.h"

#include <algorithm>

#include "language/source_text.h"
#include "text/unicode.h"

namespace lockstep {

namespace {

// The number of characters in the first `bytes` bytes of `line`; it may be one more than there are.
int32_t characters_in(std::string_view line, int32_t bytes) {
  if (bytes <= 0) return bytes;
  const size_t size = std::min(static_cast<size_t>(bytes), line.size());
  const size_t behind = static_cast<size_t>(bytes) > line.size() ? 1 : 0;
  const auto begin = line.begin();
  const auto count = std::count_if(begin, begin + static_cast<std::ptrdiff_t>(size),
                                   [](char byte) { return !is_utf8_continuation(byte); });
  return static_cast<int32_t>(static_cast<size_t>(count) + behind);
}

SyntaxError make_error(const TokenBuffer& buffer, SyntaxErrorType type, std::string message,
                       int32_t line, int32_t offset, int32_t end_line, int32_t end_offset,
                       size_t fill) {
  SyntaxError error;
  error.type = type;
  error.message = std::move(message);
  error.line = line;
  error.end_line = end_line;
  std::string_view text = line_of_source(buffer.source, line - buffer.first_line + 1);
  const bool is_last = text.data() + text.size() == buffer.source.data() + buffer.source.size();
  if (buffer.lacks_line_end && is_last && !text.empty()) text.remove_suffix(1);
  // Where there is no file to read it from, CPython finds a line it has left behind without its
  // end.
  const bool is_left_behind = fill > 0 && buffer.tokens[fill - 1].span.end_line > line;
  if (!buffer.is_file && is_left_behind && !text.empty()) text.remove_suffix(1);
  error.text = text;
  if (buffer.is_replacement_field) {
    // Shown is the field alone, in the parentheses that were put around it.
    error.message = "f-string: " + error.message;
    offset -= buffer.first_column;
    end_offset -= buffer.first_column;
  }
  error.offset = buffer.counts_bytes ? offset : characters_in(text, offset);
  error.end_offset = buffer.counts_bytes ? end_offset : characters_in(text, end_offset);
  return error;
}

SyntaxError unclosed_bracket(const TokenBuffer& buffer, size_t fill) {
  const OpenBracket& bracket = buffer.open_brackets.back();
  const int32_t line = bracket.line + buffer.first_line - 1;
  return make_error(buffer, SyntaxErrorType::syntax_error,
                    std::string("'") + bracket.character + "' was never closed", line,
                    bracket.column + 1, line, 0, fill);
}

}  // namespace

SyntaxError error_at(const TokenBuffer& buffer, const SourceSpan& place, SyntaxErrorType type,
                     std::string message, size_t fill) {
  return make_error(buffer, type, std::move(message), place.line, place.column + 1,
                    place.end_line, place.end_column + 1, fill);
}

SyntaxError error_at_token(const TokenBuffer& buffer, size_t index, SyntaxErrorType type,
                           std::string message) {
  const Token& token = buffer.tokens[index];
  const size_t fill = index + 1;
  if (token.span.column >= 0) return error_at(buffer, token.span, type, std::move(message), fill);
  // How far the line has been read. At the end of the source the last line counts as the current
  // one; but at the end of a file nothing of it is at hand any more.
  int32_t offset = 0;
  const bool is_at_end = token.end == buffer.source.size();
  if (!is_at_end || !buffer.is_file) {
    const size_t before = is_at_end ? buffer.source.size() - 1 : token.end;
    const size_t line_begin = before == 0 ? 0 : buffer.source.rfind('\n', before - 1) + 1;
    offset = static_cast<int32_t>(token.end - line_begin);
  }
  return make_error(buffer, type, std::move(message), token.span.line, offset,
                    token.span.end_line, -1, fill);
}

SyntaxError lexer_error(const TokenBuffer& buffer) {
  const LexerError& error = buffer.error;
  if (error.kind == LexerError::Kind::open_bracket ||
      (error.kind == LexerError::Kind::end_of_file && !buffer.open_brackets.empty())) {
    return unclosed_bracket(buffer, buffer.tokens.size());
  }
  SyntaxError result;
  result.type = error.type;
  result.message = error.message;
  result.line = result.end_line = error.line + buffer.first_line - 1;
  std::string_view text = line_of_source(buffer.source, error.line);
  if (error.kind == LexerError::Kind::text && !text.empty()) text.remove_suffix(1);
  result.text = text;
  // What the tokenizer reports by itself it always counts in characters.
  const bool counts_bytes = buffer.counts_bytes && error.kind != LexerError::Kind::text;
  result.offset = counts_bytes ? error.offset : characters_in(result.text, error.offset);
  result.end_offset =
      counts_bytes ? error.end_offset : characters_in(result.text, error.end_offset);
  if (buffer.is_file && error.kind == LexerError::Kind::end_of_file) {
    // Of a last line that is but a backslash nothing is at hand any more.
    const size_t begin = result.text.find_first_not_of(" \t\f");
    if (result.text.substr(begin) == "\\\n") result.offset = 0;
  }
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
    if (buffer.tokens[fill - 1].span.line > bracket_line) return unclosed_bracket(buffer, fill);
  }
  return error;
}

}  // namespace lockstep
