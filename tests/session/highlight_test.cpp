#include "session/highlight.h"

#include <doctest/doctest.h>

#include <string>

namespace lockstep {
namespace {

constexpr char kLetters[kHighlightKinds + 1] = ".kcbdDansC-!";

// One letter for each byte of the source, by kind; line ends stay.
std::string shown(std::string_view source) {
  std::string text;
  for (const char byte : source) text += byte == '\n' ? '\n' : '.';
  const auto spans = highlight_python(source);
  int32_t line = 1;
  size_t begin = 0;
  size_t last = 0;
  for (const HighlightSpan& span : spans) {
    while (line < span.line) {
      begin = source.find('\n', begin) + 1;
      ++line;
    }
    CHECK(begin + size_t(span.begin) >= last);
    last = begin + size_t(span.end);
    for (int32_t column = span.begin; column < span.end; ++column) {
      text[begin + size_t(column)] = kLetters[size_t(span.kind)];
    }
  }
  return text;
}

TEST_CASE("each part of a program has its kind") {
  const struct {
    std::string_view source;
    std::string_view kinds;
  } rows[] = {
      {"x = 12", "..-.nn"},
      {"def f(a):", "kkk.d-.--"},
      {"class C: pass", "kkkkk.d-.kkkk"},
      {"print(x.print)", "bbbbb-.-aaaaa-"},
      {"@a.b", "DDDD"},
      {"@a(b)\nx", "DD-.D\n."},
      {"x = a @ b", "..-...-.."},
      {"None is not True", "cccc.kk.kkk.cccc"},
      {"'a' # b", "sss.CCC"},
      {"'''a\n\nb''' + f'{x}'", "ssss\n\nssss.-.ssssss"},
      {"match x:\n  case 1: y", "kkkkk..-\n..kkkk.n-.."},
      {"match = 1", "......-.n"},
      {"\u043F\u0440 = 1", ".....-.n"},
      {"", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.source);
    CHECK(shown(row.source) == row.kinds);
  }
}

TEST_CASE("half-typed programs are coloured too") {
  for (const char* source : {"x = 'abc", "f(", "'''never closed\nmore", "x = $", "def", "@", "1__0", "\t\x01 \\", "if x"}) {
    CAPTURE(source);
    shown(source);
  }
  CHECK(shown("x = 'abc\ny = 1").substr(9) == "..-.n");
}

}  // namespace
}  // namespace lockstep
