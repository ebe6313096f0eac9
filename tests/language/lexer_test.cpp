#include "language/lexer.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace lockstep {

namespace {

std::vector<Token> lex(std::string_view source, LexerMode mode) {
  std::vector<Token> tokens;
  Lexer lexer(source, mode);
  do tokens.push_back(lexer.next());
  while (tokens.back().kind != TokenKind::end_marker && tokens.back().kind != TokenKind::error &&
         tokens.size() < 1000);
  return tokens;
}

// The texts of the tokens, with `!` before one that is broken.
std::string tolerant_texts(std::string_view source) {
  std::string result;
  Lexer lexer(source, LexerMode::tolerant);
  for (Token token = lexer.next(); token.kind != TokenKind::end_marker; token = lexer.next()) {
    if (!result.empty()) result += ' ';
    if (token.is_broken) result += '!';
    result += source.substr(token.begin, token.end - token.begin);
  }
  return result;
}

std::vector<TokenKind> kinds(const std::vector<Token>& tokens) {
  std::vector<TokenKind> result;
  for (const Token& token : tokens) result.push_back(token.kind);
  return result;
}

}  // namespace

TEST_CASE("a strict lexer gives the layout as tokens") {
  using enum TokenKind;
  CHECK(kinds(lex("if x: # why\n\n  # nothing\n  y = (1,\n 2)\nz\n", LexerMode::strict)) ==
        std::vector<TokenKind>{kw_if, name,   colon, newline, indent, name,       equal, lpar,
                               number, comma, number, rpar,   newline, dedent,    name,
                               newline, end_marker});
}

TEST_CASE("tokens know their place in bytes and their depth in brackets") {
  const auto tokens = lex("é = [(\n 'ü' )]\n", LexerMode::strict);
  CHECK(tokens[0].span == SourceSpan{1, 0, 1, 2});
  CHECK(tokens[1].span == SourceSpan{1, 3, 1, 4});
  CHECK(tokens[2].level == 1);
  CHECK(tokens[3].level == 2);
  CHECK(tokens[4].span == SourceSpan{2, 1, 2, 5});
  CHECK(tokens[4].level == 2);
  CHECK(tokens[5].level == 1);
  CHECK(tokens[6].level == 0);
}

TEST_CASE("a strict lexer stops at the first mistake") {
  Lexer lexer("a 1b c\n");
  CHECK(lexer.next().kind == TokenKind::name);
  CHECK(lexer.next().kind == TokenKind::error);
  CHECK(lexer.next().kind == TokenKind::error);
  CHECK(lexer.error().kind == LexerError::Kind::text);
  CHECK(lexer.error().message == "invalid decimal literal");
}

TEST_CASE("every operator is one token") {
  auto kind_of = [](std::string_view text) {
    const auto tokens = lex(text, LexerMode::tolerant);
    CHECK(tokens.size() == 2);
    CHECK(tokens[0].end == text.size());
    return tokens[0].kind;
  };
  for (std::string_view text :
       {"(",  ")",  "[", "]", "{",  "}",  ":",  ",",  ";", "+", "-",  "*",  "/",  "|",  "&",
        "<",  ">",  "=", ".", "%",  "==", "!=", "<=", ">=", "~", "^", "<<", ">>", "**", "//",
        "@",  ":=", "->", "..."}) {
    CAPTURE(text);
    CHECK(kind_of(text) >= TokenKind::lpar);
    CHECK_FALSE(is_augmented_assignment(kind_of(text)));
  }
  for (std::string_view text : {"+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=",
                                "**=", "//=", "@="}) {
    CAPTURE(text);
    CHECK(is_augmented_assignment(kind_of(text)));
  }
}

TEST_CASE("keywords are told from names") {
  for (std::string_view text : {"False", "async", "await", "def", "nonlocal", "yield", "is"}) {
    CAPTURE(text);
    CHECK(is_keyword(keyword_kind(text)));
  }
  for (std::string_view text : {"false", "match", "case", "print", "_", "defx", "i", "Async"}) {
    CAPTURE(text);
    CHECK(keyword_kind(text) == TokenKind::name);
  }
}

TEST_CASE("a tolerant lexer goes through anything that is typed") {
  struct Case {
    const char* source;
    const char* texts;
  };
  for (const Case& test : {
           Case{"x = 1 # why\n", "x = 1 # why"},
           Case{"# alone", "# alone"},
           Case{"print('half", "print ( !'half"},
           Case{"print('half\nnext", "print ( !'half next"},
           Case{"'''a\nb", "!'''a\nb"},
           Case{"x = f\"{a}\" rb'c'", "x = f\"{a}\" rb'c'"},
           Case{"1abc + 0x", "!1abc + !0x"},
           Case{")] (", "!) !] ("},
           Case{"(]", "( !]"},
           Case{"a ? b $", "a ? b $"},
           Case{"a\\ b", "a b"},
           Case{"a\\\nb \\", "a b"},
           Case{"x\r\n  y\r\n\tz", "x y z"},
           Case{"if x:\n  y\n z", "if x : y z"},
           Case{"name…more", "name !… more"},
           Case{"“x”", "!“ x !”"},
           Case{"é日", "é日"},
           Case{"a\xff", "!a\xff"},
           Case{"'\\", "!'\\"},
           Case{"", ""},
       }) {
    CAPTURE(test.source);
    CHECK(tolerant_texts(test.source) == test.texts);
  }
}

TEST_CASE("a tolerant lexer survives every beginning of a program") {
  const std::string program =
      "def f(x: 'é'):\n\tr = rb'''a\n''' + 0x1f + f\"{x!r:>{3}}\" \\\n - 1.5e-3j # é…\n@g\n";
  for (size_t size = 0; size <= program.size(); ++size) {
    const std::string_view part = std::string_view(program).substr(0, size);
    uint32_t end = 0;
    Lexer lexer(part, LexerMode::tolerant);
    for (Token token = lexer.next(); token.kind != TokenKind::end_marker; token = lexer.next()) {
      REQUIRE(token.begin >= end);
      REQUIRE(token.end > token.begin);
      REQUIRE(token.end <= size);
      end = token.end;
    }
  }
}

}  // namespace lockstep
