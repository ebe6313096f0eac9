#include "language/lexer.h"

#include <cstdio>

#include "text/unicode.h"

namespace lockstep {

namespace {

constexpr size_t kMaxIndentations = 100;
constexpr int kTabSize = 8;

bool is_decimal(char c) { return c >= '0' && c <= '9'; }
bool is_binary(char c) { return c == '0' || c == '1'; }
bool is_octal(char c) { return c >= '0' && c <= '7'; }
bool is_hexadecimal(char c) {
  return is_decimal(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// Bytes beyond ASCII count as part of a name until the whole name is looked at.
bool may_start_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool may_continue_name(char c) { return may_start_name(c) || is_decimal(c); }

std::string code_point_name(char32_t character) {
  char text[16];
  std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(character));
  return text;
}

TokenKind three_character_operator(char a, char b, char c) {
  if (a == '*' && b == '*' && c == '=') return TokenKind::double_star_equal;
  if (a == '/' && b == '/' && c == '=') return TokenKind::double_slash_equal;
  if (a == '<' && b == '<' && c == '=') return TokenKind::left_shift_equal;
  if (a == '>' && b == '>' && c == '=') return TokenKind::right_shift_equal;
  if (a == '.' && b == '.' && c == '.') return TokenKind::ellipsis;
  return TokenKind::unknown_character;
}

TokenKind two_character_operator(char a, char b) {
  if (b == '=') {
    switch (a) {
      case '=': return TokenKind::eq_equal;
      case '!': return TokenKind::not_equal;
      case '<': return TokenKind::less_equal;
      case '>': return TokenKind::greater_equal;
      case '+': return TokenKind::plus_equal;
      case '-': return TokenKind::minus_equal;
      case '*': return TokenKind::star_equal;
      case '/': return TokenKind::slash_equal;
      case '%': return TokenKind::percent_equal;
      case '&': return TokenKind::amper_equal;
      case '|': return TokenKind::vbar_equal;
      case '^': return TokenKind::circumflex_equal;
      case '@': return TokenKind::at_equal;
      case ':': return TokenKind::colon_equal;
      default: return TokenKind::unknown_character;
    }
  }
  if (a == '<' && b == '<') return TokenKind::left_shift;
  if (a == '>' && b == '>') return TokenKind::right_shift;
  if (a == '*' && b == '*') return TokenKind::double_star;
  if (a == '/' && b == '/') return TokenKind::double_slash;
  if (a == '-' && b == '>') return TokenKind::rarrow;
  return TokenKind::unknown_character;
}

TokenKind one_character_operator(char c) {
  switch (c) {
    case ':': return TokenKind::colon;
    case ',': return TokenKind::comma;
    case ';': return TokenKind::semi;
    case '+': return TokenKind::plus;
    case '-': return TokenKind::minus;
    case '*': return TokenKind::star;
    case '/': return TokenKind::slash;
    case '|': return TokenKind::vbar;
    case '&': return TokenKind::amper;
    case '<': return TokenKind::less;
    case '>': return TokenKind::greater;
    case '=': return TokenKind::equal;
    case '.': return TokenKind::dot;
    case '%': return TokenKind::percent;
    case '~': return TokenKind::tilde;
    case '^': return TokenKind::circumflex;
    case '@': return TokenKind::at;
    default: return TokenKind::unknown_character;
  }
}

TokenKind bracket_kind(char c) {
  switch (c) {
    case '(': return TokenKind::lpar;
    case ')': return TokenKind::rpar;
    case '[': return TokenKind::lsqb;
    case ']': return TokenKind::rsqb;
    case '{': return TokenKind::lbrace;
    case '}': return TokenKind::rbrace;
    default: return TokenKind::unknown_character;
  }
}

char closing_bracket(char opening) {
  switch (opening) {
    case '(': return ')';
    case '[': return ']';
    default: return '}';
  }
}

}  // namespace

Lexer::Lexer(std::string_view source, LexerMode mode) : source_(source), mode_(mode) {
  indentations_.push_back({0, 0});
  start_new_line();
}

void Lexer::start_new_line() {
  // Behind the last line end there is no further line: what ends there is on the last one.
  if (at_end() && line_ > 0) return;
  ++line_;
  line_begin_ = position_;
}

Token Lexer::finish(TokenKind kind) {
  Token token;
  token.kind = kind;
  token.level = static_cast<uint8_t>(brackets_.size());
  token.begin = static_cast<uint32_t>(begin_);
  token.end = static_cast<uint32_t>(position_);
  token.span = {begin_line_, begin_column_, line_, column()};
  token.is_broken = error_.kind != LexerError::Kind::none;
  return token;
}

Token Lexer::layout_token(TokenKind kind) {
  Token token;
  token.kind = kind;
  token.level = static_cast<uint8_t>(brackets_.size());
  token.begin = token.end = static_cast<uint32_t>(position_);
  token.span = {line_, -1, line_, -1};
  return token;
}

Token Lexer::fail() { return layout_token(TokenKind::error); }

void Lexer::set_error(LexerError::Kind kind, SyntaxErrorType type, std::string message,
                      int32_t offset, int32_t end_offset) {
  if (error_.kind != LexerError::Kind::none) return;
  error_ = {kind, type, std::move(message), line_, offset, end_offset};
}

void Lexer::set_error_here(std::string message) {
  set_error(LexerError::Kind::text, SyntaxErrorType::syntax_error, std::move(message), column(),
            column());
}

Token Lexer::next() {
  if (mode_ == LexerMode::tolerant) {
    error_ = {};
  } else if (error_.kind != LexerError::Kind::none) {
    return fail();
  }
  for (;;) {
    if (mode_ == LexerMode::strict) {
      if (at_line_begin_ && !read_indentation()) return fail();
      if (pending_ < 0) {
        ++pending_;
        return layout_token(TokenKind::dedent);
      }
      if (pending_ > 0) {
        --pending_;
        return layout_token(TokenKind::indent);
      }
    }
    if (!skip_to_token()) return fail();
    if (at_end()) {
      if (mode_ == LexerMode::strict && !brackets_.empty()) {
        set_error(LexerError::Kind::open_bracket, SyntaxErrorType::syntax_error, "", 0, 0);
        return fail();
      }
      return layout_token(TokenKind::end_marker);
    }
    begin_line_ = line_;
    if (peek() == '#') {
      begin_ = position_;
      begin_column_ = column();
      while (!at_end() && peek() != '\n') ++position_;
      if (mode_ == LexerMode::tolerant) return finish(TokenKind::comment);
      // A newline begins at the comment before it.
    } else {
      begin_ = position_;
      begin_column_ = column();
    }
    if (peek() != '\n') {
      if (at_end()) continue;
      return lex_token();
    }
    Token token = finish(TokenKind::newline);
    ++position_;
    start_new_line();
    if (mode_ == LexerMode::tolerant) continue;
    at_line_begin_ = true;
    if (line_is_blank_ || !brackets_.empty()) continue;
    return token;
  }
}

// ---- lines ----

bool Lexer::read_indentation() {
  at_line_begin_ = false;
  line_is_blank_ = false;
  buffer_begin_ = position_;
  Indentation found{0, 0};
  Indentation continued{0, 0};
  for (;; ++position_) {
    const char c = peek();
    if (c == ' ') {
      ++found.column;
      ++found.alternate_column;
    } else if (c == '\t') {
      found.column = (found.column / kTabSize + 1) * kTabSize;
      ++found.alternate_column;
    } else if (c == '\f') {
      found = {0, 0};
    } else if (c == '\\' && brackets_.empty()) {
      // The indentation that counts is the one before the first backslash.
      if (continued.column == 0) continued = found;
      ++position_;
      if (!continue_line()) return false;
      --position_;
    } else {
      break;
    }
  }
  if (peek() == '#' || peek() == '\n') {
    line_is_blank_ = true;
    return true;
  }
  if (!brackets_.empty()) return true;
  if (continued.column != 0) found = continued;
  if (at_end()) found = {0, 0};
  return change_indentation(found);
}

bool Lexer::change_indentation(Indentation found) {
  auto inconsistent = [&] {
    set_error(LexerError::Kind::layout, SyntaxErrorType::tab_error,
              "inconsistent use of tabs and spaces in indentation", 1, 0);
    return false;
  };
  if (found.column == indentations_.back().column) {
    return found.alternate_column == indentations_.back().alternate_column || inconsistent();
  }
  if (found.column > indentations_.back().column) {
    if (indentations_.size() >= kMaxIndentations) {
      set_error(LexerError::Kind::layout, SyntaxErrorType::indentation_error,
                "too many levels of indentation", 1, 0);
      return false;
    }
    if (found.alternate_column <= indentations_.back().alternate_column) return inconsistent();
    indentations_.push_back(found);
    ++pending_;
    return true;
  }
  while (indentations_.size() > 1 && found.column < indentations_.back().column) {
    indentations_.pop_back();
    --pending_;
  }
  if (found.column != indentations_.back().column) {
    const size_t line_end = source_.find('\n', position_);
    const size_t length = (line_end == std::string_view::npos ? source_.size() : line_end + 1);
    set_error(LexerError::Kind::layout, SyntaxErrorType::indentation_error,
              "unindent does not match any outer indentation level",
              static_cast<int32_t>(length - line_begin_), -1);
    return false;
  }
  return found.alternate_column == indentations_.back().alternate_column || inconsistent();
}

bool Lexer::continue_line() {
  if (peek() != '\n') {
    if (mode_ == LexerMode::tolerant) return true;
    // CPython counts from the start of its buffer, the character in question included.
    const auto offset = static_cast<int32_t>(position_ - buffer_begin_ + 1);
    set_error(LexerError::Kind::layout, SyntaxErrorType::syntax_error,
              "unexpected character after line continuation character", offset, 0);
    return false;
  }
  ++position_;
  start_new_line();
  if (at_end() && mode_ == LexerMode::strict) {
    set_error(LexerError::Kind::end_of_file, SyntaxErrorType::syntax_error,
              "unexpected EOF while parsing", column(), -1);
    return false;
  }
  return true;
}

bool Lexer::skip_to_token() {
  for (;;) {
    const char c = peek();
    if (c == ' ' || c == '\t' || c == '\f') {
      ++position_;
    } else if (c == '\\') {
      ++position_;
      if (!continue_line()) return false;
    } else if (c == '\r' && mode_ == LexerMode::tolerant) {
      ++position_;
    } else {
      return true;
    }
  }
}

// ---- tokens ----

Token Lexer::lex_token() {
  const char c = peek();
  Token token;
  if (may_start_name(c)) {
    token = lex_name();
  } else if (is_decimal(c) || (c == '.' && is_decimal(peek(1)))) {
    token = lex_number();
  } else if (c == '"' || c == '\'') {
    token = lex_string();
  } else {
    token = lex_operator();
  }
  return token.is_broken && mode_ == LexerMode::strict ? fail() : token;
}

Token Lexer::lex_name() {
  bool saw_b = false, saw_u = false, saw_r = false, saw_f = false, is_prefix = true;
  bool is_ascii = true;
  while (!at_end() && may_continue_name(peek())) {
    const char c = peek();
    if (static_cast<unsigned char>(c) >= 0x80) is_ascii = false;
    if (is_prefix) {
      const char lower = static_cast<char>(c | 0x20);
      if (lower == 'b' && !saw_b && !saw_u && !saw_f) {
        saw_b = true;
      } else if (lower == 'u' && !saw_b && !saw_u && !saw_r && !saw_f) {
        saw_u = true;
      } else if (lower == 'r' && !saw_r && !saw_u) {
        saw_r = true;
      } else if (lower == 'f' && !saw_f && !saw_b && !saw_u) {
        saw_f = true;
      } else {
        is_prefix = false;
      }
    }
    ++position_;
    if (is_prefix && (peek() == '"' || peek() == '\'')) return lex_string();
  }
  const std::string_view text = source_.substr(begin_, position_ - begin_);
  if (is_ascii) return finish(keyword_kind(text));
  if (mode_ == LexerMode::tolerant && !is_valid_utf8(text)) {
    set_error_here("");
    return finish(TokenKind::error);
  }
  for (size_t offset = 0; offset < text.size();) {
    size_t next = offset;
    const char32_t character = next_code_point(text, next);
    if (offset == 0 ? !is_identifier_start(character) : !is_identifier_continue(character)) {
      // What was fine before it stays a token of its own for a tolerant reader.
      if (mode_ == LexerMode::tolerant && offset > 0) {
        position_ = begin_ + offset;
        return finish(TokenKind::name);
      }
      position_ = begin_ + next;
      set_error_here(is_printable(character)
                         ? "invalid character '" + std::string(text.substr(offset, next - offset)) +
                               "' (" + code_point_name(character) + ")"
                         : "invalid non-printable character " + code_point_name(character));
      return finish(TokenKind::error);
    }
    offset = next;
  }
  return finish(TokenKind::name);
}

Token Lexer::lex_string() {
  const char quote = peek();
  const bool is_triple = peek(1) == quote && peek(2) == quote;
  const size_t first_line_begin = line_begin_;
  position_ += is_triple ? 3 : 1;
  for (;;) {
    if (at_end() || (!is_triple && peek() == '\n')) {
      const std::string detected = " (detected at line " + std::to_string(line_) + ")";
      if (mode_ == LexerMode::strict) {
        line_ = begin_line_;
        line_begin_ = first_line_begin;
      }
      set_error(LexerError::Kind::text, SyntaxErrorType::syntax_error,
                (is_triple ? "unterminated triple-quoted string literal"
                           : "unterminated string literal") +
                    detected,
                begin_column_ + 1, begin_column_ + 1);
      return finish(TokenKind::string);
    }
    const char c = peek();
    ++position_;
    if (c == '\n') {
      start_new_line();
    } else if (c == '\\' && !at_end()) {
      if (peek() == '\r' && peek(1) == '\n') ++position_;
      const bool is_line_end = peek() == '\n';
      ++position_;
      if (is_line_end) start_new_line();
    } else if (c == quote) {
      if (!is_triple) break;
      if (peek() == quote && peek(1) == quote) {
        position_ += 2;
        break;
      }
    }
  }
  return finish(TokenKind::string);
}

Token Lexer::lex_operator() {
  const char c = peek();
  if (bracket_kind(c) != TokenKind::unknown_character) return lex_bracket(c);
  TokenKind kind = three_character_operator(c, peek(1), peek(2));
  if (kind != TokenKind::unknown_character) {
    position_ += 3;
    return finish(kind);
  }
  // `<>` is an operator to the tokenizer, though no longer to the grammar.
  kind = two_character_operator(c, peek(1));
  if (kind != TokenKind::unknown_character || (c == '<' && peek(1) == '>')) {
    position_ += 2;
    return finish(kind);
  }
  ++position_;
  if (!is_printable(static_cast<unsigned char>(c))) {
    set_error_here("invalid non-printable character " +
                   code_point_name(static_cast<unsigned char>(c)));
    return finish(TokenKind::error);
  }
  kind = one_character_operator(c);
  if (kind == TokenKind::unknown_character && mode_ == LexerMode::tolerant) {
    kind = TokenKind::error;
  }
  return finish(kind);
}

Token Lexer::lex_bracket(char character) {
  ++position_;
  const TokenKind kind = bracket_kind(character);
  if (character == '(' || character == '[' || character == '{') {
    if (brackets_.size() >= kMaxBrackets) {
      set_error_here("too many nested parentheses");
      // A tolerant lexer does without knowing the bracket.
      return finish(kind);
    }
    brackets_.push_back({character, line_, begin_column_});
    return finish(kind);
  }
  if (brackets_.empty()) {
    set_error_here(std::string("unmatched '") + character + "'");
    return finish(kind);
  }
  const OpenBracket opening = brackets_.back();
  brackets_.pop_back();
  if (closing_bracket(opening.character) != character) {
    std::string message = std::string("closing parenthesis '") + character +
                          "' does not match opening parenthesis '" + opening.character + "'";
    if (opening.line != line_) message += " on line " + std::to_string(opening.line);
    set_error_here(std::move(message));
  }
  return finish(kind);
}

// ---- numbers ----

Token Lexer::lex_number() {
  scan_number();
  if (error_.kind != LexerError::Kind::none && mode_ == LexerMode::tolerant) {
    while (may_continue_name(peek())) ++position_;
  }
  return finish(TokenKind::number);
}

// Digits, perhaps in groups joined by single underscores.
void Lexer::skip_digits(bool (*is_digit)(char), const char* message) {
  for (;;) {
    while (is_digit(peek())) ++position_;
    if (peek() != '_') return;
    ++position_;
    if (!is_digit(peek())) {
      set_error_here(message);
      return;
    }
  }
}

void Lexer::scan_number() {
  if (peek() == '0') {
    switch (peek(1)) {
      case 'x':
      case 'X': return scan_radix_number(is_hexadecimal, "hexadecimal");
      case 'o':
      case 'O': return scan_radix_number(is_octal, "octal");
      case 'b':
      case 'B': return scan_radix_number(is_binary, "binary");
      default: return scan_leading_zero();
    }
  }
  skip_digits(is_decimal, "invalid decimal literal");
  finish_decimal();
}

void Lexer::scan_radix_number(bool (*is_digit)(char), const char* name) {
  position_ += 2;
  const std::string invalid = std::string("invalid ") + name + " literal";
  auto check_digit = [&] {
    if (!is_decimal(peek()) || is_digit(peek())) return;
    ++position_;
    set_error_here(std::string("invalid digit '") + source_[position_ - 1] + "' in " + name +
                   " literal");
  };
  do {
    if (peek() == '_') ++position_;
    if (!is_digit(peek())) {
      check_digit();
      set_error_here(invalid);
      return;
    }
    while (is_digit(peek())) ++position_;
  } while (peek() == '_');
  check_digit();
  finish_number(name);
}

void Lexer::scan_leading_zero() {
  while (peek() == '0' || peek() == '_') {
    const bool is_underscore = peek() == '_';
    ++position_;
    if (is_underscore && !is_decimal(peek())) {
      set_error_here("invalid decimal literal");
      return;
    }
  }
  const int32_t zeros_end = column();
  const bool has_more_digits = is_decimal(peek());
  if (has_more_digits) skip_digits(is_decimal, "invalid decimal literal");
  const char c = static_cast<char>(peek() | 0x20);
  if (has_more_digits && peek() != '.' && c != 'e' && c != 'j') {
    set_error(LexerError::Kind::text, SyntaxErrorType::syntax_error,
              "leading zeros in decimal integer literals are not permitted; use an 0o prefix for "
              "octal integers",
              begin_column_ + 1, zeros_end + 1);
    return;
  }
  finish_decimal();
}

// Behind the digits of the whole part.
void Lexer::finish_decimal() {
  if (error_.kind != LexerError::Kind::none) return;
  if (peek() == '.') {
    ++position_;
    scan_fraction();
    return;
  }
  if (scan_exponent()) return;
  if (peek() == 'j' || peek() == 'J') {
    ++position_;
    finish_number("imaginary");
    return;
  }
  finish_number("decimal");
}

void Lexer::scan_fraction() {
  if (is_decimal(peek())) skip_digits(is_decimal, "invalid decimal literal");
  if (error_.kind != LexerError::Kind::none || scan_exponent()) return;
  if (peek() == 'j' || peek() == 'J') {
    ++position_;
    finish_number("imaginary");
    return;
  }
  finish_number("decimal");
}

bool Lexer::scan_exponent() {
  if (peek() != 'e' && peek() != 'E') return false;
  const bool has_sign = peek(1) == '+' || peek(1) == '-';
  if (!is_decimal(peek(has_sign ? 2 : 1))) {
    // `1else` is a number and a keyword; `1e+` is nothing.
    if (!has_sign) return false;
    position_ += 2;
    set_error_here("invalid decimal literal");
    return true;
  }
  position_ += has_sign ? 2 : 1;
  skip_digits(is_decimal, "invalid decimal literal");
  if (error_.kind != LexerError::Kind::none) return true;
  if (peek() == 'j' || peek() == 'J') {
    ++position_;
    finish_number("imaginary");
  } else {
    finish_number("decimal");
  }
  return true;
}

// A number must not run into a name, except into a keyword that may follow it.
void Lexer::finish_number(const char* name) {
  if (error_.kind != LexerError::Kind::none || !may_continue_name(peek())) return;
  for (std::string_view keyword : {"and", "else", "for", "if", "in", "is", "or", "not"}) {
    if (source_.substr(position_, keyword.size()) != keyword) continue;
    warnings_.push_back({line_, std::string("invalid ") + name + " literal"});
    return;
  }
  set_error_here(std::string("invalid ") + name + " literal");
}

}  // namespace lockstep
