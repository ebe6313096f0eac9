#pragma once

#include <cstdint>
#include <string_view>

#include "base/source_span.h"

namespace lockstep {

enum class TokenKind : uint8_t {
  end_marker,
  newline,  // the end of a logical line
  indent,
  dedent,
  name,  // soft keywords (match, case, _) included
  number,
  string,  // with its prefix and quotes; an f-string too is one token
  comment,  // LexerMode::tolerant only
  error,  // strict: nothing follows, see Lexer::error(); tolerant: text that no program contains
  unknown_character,  // `$`, `?` or a lone `!`: a token to the lexer, but of no use to the parser

  // Keywords.
  kw_false,
  kw_none,
  kw_true,
  kw_and,
  kw_as,
  kw_assert,
  kw_async,
  kw_await,
  kw_break,
  kw_class,
  kw_continue,
  kw_def,
  kw_del,
  kw_elif,
  kw_else,
  kw_except,
  kw_finally,
  kw_for,
  kw_from,
  kw_global,
  kw_if,
  kw_import,
  kw_in,
  kw_is,
  kw_lambda,
  kw_nonlocal,
  kw_not,
  kw_or,
  kw_pass,
  kw_raise,
  kw_return,
  kw_try,
  kw_while,
  kw_with,
  kw_yield,

  // Operators and delimiters, under CPython's names.
  lpar,
  rpar,
  lsqb,
  rsqb,
  lbrace,
  rbrace,
  colon,
  comma,
  semi,
  plus,
  minus,
  star,
  slash,
  vbar,
  amper,
  less,
  greater,
  equal,
  dot,
  percent,
  eq_equal,
  not_equal,
  less_equal,
  greater_equal,
  tilde,
  circumflex,
  left_shift,
  right_shift,
  double_star,
  double_slash,
  at,
  colon_equal,
  rarrow,
  ellipsis,
  // The augmented assignments; parsers rely on them being last.
  plus_equal,
  minus_equal,
  star_equal,
  slash_equal,
  percent_equal,
  amper_equal,
  vbar_equal,
  circumflex_equal,
  left_shift_equal,
  right_shift_equal,
  double_star_equal,
  double_slash_equal,
  at_equal,
};

// The keyword spelled `text`, or TokenKind::name.
TokenKind keyword_kind(std::string_view text);

inline bool is_keyword(TokenKind kind) {
  return kind >= TokenKind::kw_false && kind <= TokenKind::kw_yield;
}

inline bool is_augmented_assignment(TokenKind kind) { return kind >= TokenKind::plus_equal; }

struct Token {
  TokenKind kind = TokenKind::end_marker;
  // Only in tolerant mode: strict mode would have refused this string or number.
  bool is_broken = false;
  // How many brackets are open behind the token: an opening bracket counts itself, a closing one
  // no longer does.
  uint8_t level = 0;
  // Byte offsets into the source, end exclusive.
  uint32_t begin = 0;
  uint32_t end = 0;
  // As CPython's tokenizer has it: indent, dedent and end_marker have column -1; a newline begins
  // at the comment before it.
  SourceSpan span;
};

}  // namespace lockstep
