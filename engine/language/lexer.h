#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/syntax_error.h"
#include "language/token.h"

namespace lockstep {

// CPython's limit for brackets in brackets; inside the braces of an f-string they are counted anew.
inline constexpr size_t kMaxBrackets = 200;

enum class LexerMode : uint8_t {
  // For the parser: newline, indent and dedent tokens; stops at the first mistake.
  strict,
  // For colouring text as it is typed: no newline, indent or dedent, but comments; never fails.
  tolerant,
};

// Why a strict lexer stopped.
struct LexerError {
  enum class Kind : uint8_t {
    none,
    // Something no program contains. CPython reports these even where they stand behind another
    // mistake.
    text,
    // Those below matter only when the parser gets as far as them.
    layout,        // indentation, or a stray character behind a backslash
    open_bracket,  // the source ends inside a bracket
    end_of_file,   // the source ends behind a backslash
  };
  Kind kind = Kind::none;
  SyntaxErrorType type = SyntaxErrorType::syntax_error;
  std::string message;
  int32_t line = 0;
  // As SyntaxError::offset and end_offset, but counted in bytes of the line.
  int32_t offset = 0;
  int32_t end_offset = 0;
};

// A bracket that has not been closed.
struct OpenBracket {
  char character;
  int32_t line;
  int32_t column;  // in bytes, from 0
};

// Splits a source text into tokens, one `next()` after another, as CPython 3.11's tokenizer does.
//
// A strict lexer wants "\n" line ends and a last line that ends in one (SourceText makes it so);
// a tolerant one takes anything. After end_marker, or error in strict mode, next() repeats that
// token. The source must outlive the lexer.
class Lexer {
 public:
  explicit Lexer(std::string_view source, LexerMode mode = LexerMode::strict);

  Token next();

  const LexerError& error() const { return error_; }
  // What a program should not say, though it may.
  const std::vector<SyntaxWarning>& warnings() const { return warnings_; }

  // The brackets open at this moment, outermost first.
  const std::vector<OpenBracket>& open_brackets() const { return brackets_; }

 private:
  struct Indentation {
    int32_t column;            // tabs advance to multiples of 8
    int32_t alternate_column;  // tabs count as 1: both must agree on what is deeper
  };

  bool at_end() const { return position_ >= source_.size(); }
  char peek(size_t ahead = 0) const {
    return position_ + ahead < source_.size() ? source_[position_ + ahead] : '\0';
  }
  void start_new_line();

  // Reads the white space at the start of a line; false: the lexer has failed.
  bool read_indentation();
  bool change_indentation(Indentation found);
  // Behind a backslash: expects the line end; false: the lexer has failed.
  bool continue_line();
  bool skip_to_token();

  Token lex_token();
  Token lex_name();
  Token lex_number();
  Token lex_string();
  Token lex_operator();
  Token lex_bracket(char character);

  void skip_digits(bool (*is_digit)(char), const char* message);
  void scan_number();
  void scan_radix_number(bool (*is_digit)(char), const char* name);
  void scan_leading_zero();
  void scan_fraction();
  // True when an exponent was read.
  bool scan_exponent();
  void finish_number(const char* name);
  void finish_decimal();

  Token finish(TokenKind kind);
  Token layout_token(TokenKind kind);
  Token fail();
  // The first failure wins; tolerant lexers note only that there was one.
  void set_error(LexerError::Kind kind, SyntaxErrorType type, std::string message, int32_t offset,
                 int32_t end_offset);
  // At the character before the current position.
  void set_error_here(std::string message);

  int32_t column() const { return static_cast<int32_t>(position_ - line_begin_); }

  std::string_view source_;
  LexerMode mode_;
  size_t position_ = 0;
  size_t line_begin_ = 0;
  int32_t line_ = 0;
  bool at_line_begin_ = true;
  bool line_is_blank_ = false;
  // The token being read.
  size_t begin_ = 0;
  int32_t begin_line_ = 1;
  int32_t begin_column_ = 0;
  // CPython measures one kind of error from here: the start of the line, or of the lines joined by
  // backslashes.
  size_t buffer_begin_ = 0;
  std::vector<Indentation> indentations_;
  int pending_ = 0;  // indents (positive) or dedents (negative) still to be given out
  std::vector<OpenBracket> brackets_;
  LexerError error_;
  std::vector<SyntaxWarning> warnings_;
};

}  // namespace lockstep
