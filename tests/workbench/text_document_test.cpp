#include "workbench/text_document.h"

#include <doctest/doctest.h>

namespace lockstep {
namespace {

// A text with its caret as | and, where there is a selection, its other end as ^.
TextDocument document_of(std::string text) {
  TextPosition caret, anchor;
  bool selects = false;
  std::string plain;
  TextPosition at;
  for (const char byte : text) {
    if (byte == '|') {
      caret = at;
    } else if (byte == '^') {
      anchor = at;
      selects = true;
    } else {
      plain += byte;
      at = byte == '\n' ? TextPosition{at.line + 1, 0} : TextPosition{at.line, at.column + 1};
    }
  }
  TextDocument document;
  document.set_text(plain);
  document.place_caret(selects ? anchor : caret);
  document.place_caret(caret, TextSelect::extend);
  return document;
}

std::string shown(const TextDocument& document) {
  std::string text;
  const TextPosition caret = document.caret();
  const TextPosition other = caret == document.selection_begin() ? document.selection_end()
                                                                 : document.selection_begin();
  for (int line = 0; line < document.line_count(); ++line) {
    if (line > 0) text += '\n';
    for (int column = 0; column <= int(document.line(line).size()); ++column) {
      if (document.has_selection() && other == TextPosition{line, column}) text += '^';
      if (caret == TextPosition{line, column}) text += '|';
      if (column < int(document.line(line).size())) text += document.line(line)[size_t(column)];
    }
  }
  return text;
}

struct Row {
  const char* before;
  void (*edit)(TextDocument&);
  const char* after;
};

TEST_CASE("editing does what a programmer expects") {
  const Row rows[] = {
      {"a|b", [](TextDocument& d) { d.type("x"); }, "ax|b"},
      {"^ab|c", [](TextDocument& d) { d.type("x"); }, "x|c"},
      {"a|", [](TextDocument& d) { d.paste("1\n2\r\n\t3"); }, "a1\n2\n    3|"},
      {"    if x:|", [](TextDocument& d) { d.new_line(); }, "    if x:\n        |"},
      {"if x:  # why|", [](TextDocument& d) { d.new_line(); }, "if x:  # why\n    |"},
      {"a = ':'|", [](TextDocument& d) { d.new_line(); }, "a = ':'\n|"},
      {"    return x|", [](TextDocument& d) { d.new_line(); }, "    return x\n|"},
      {"    a|", [](TextDocument& d) { d.new_line(); }, "    a\n    |"},
      {"  |  a", [](TextDocument& d) { d.new_line(); }, "  \n  |  a"},
      {"        |a", [](TextDocument& d) { d.erase_back(); }, "    |a"},
      {"      |a", [](TextDocument& d) { d.erase_back(); }, "    |a"},
      {"a\n|b", [](TextDocument& d) { d.erase_back(); }, "a|b"},
      {"|a", [](TextDocument& d) { d.erase_back(); }, "|a"},
      {"a|\nb", [](TextDocument& d) { d.erase_forward(); }, "a|b"},
      {"one two|", [](TextDocument& d) { d.erase_word_back(); }, "one |"},
      {"|one two", [](TextDocument& d) { d.erase_word_forward(); }, "|two"},
      {"a|b", [](TextDocument& d) { d.indent(); }, "a   |b"},
      {"^a\n\nb|", [](TextDocument& d) { d.indent(); }, "^    a\n\n    b|"},
      {"^a\n|b", [](TextDocument& d) { d.indent(); }, "^    a|\nb"},
      {"      a|", [](TextDocument& d) { d.dedent(); }, "  a|"},
      {"^    a\n  b|", [](TextDocument& d) { d.dedent(); }, "^a\nb|"},
      {"a|", [](TextDocument& d) { d.dedent(); }, "a|"},
      {"    a|", [](TextDocument& d) { d.toggle_comment(); }, "    # a|"},
      {"  # a|", [](TextDocument& d) { d.toggle_comment(); }, "  a|"},
      {"a\n|b\nc", [](TextDocument& d) { d.move_lines(-1); }, "|b\na\nc"},
      {"a\nb|\nc", [](TextDocument& d) { d.move_lines(1); }, "a\nc\nb|"},
      {"a|", [](TextDocument& d) { d.move_lines(1); }, "a|"},
      {"a\nb|b\nc", [](TextDocument& d) { d.cut(); }, "a\n|c"},
      {"a^b|c", [](TextDocument& d) { d.cut(); }, "a|c"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.before);
    TextDocument document = document_of(row.before);
    const std::string before = document.text();
    row.edit(document);
    CHECK(shown(document) == row.after);
    // and every edit can be taken back and done again
    const std::string after = document.text();
    if (after != before) {
      document.undo();
      CHECK(document.text() == before);
      document.redo();
      CHECK(document.text() == after);
    }
  }
}

TEST_CASE("the caret moves by characters, words, lines") {
  const Row rows[] = {
      {"a\n|b", [](TextDocument& d) { d.move(TextMove::left, TextSelect::drop); }, "a|\nb"},
      {"a|\nb", [](TextDocument& d) { d.move(TextMove::right, TextSelect::drop); }, "a\n|b"},
      {"^ab|c", [](TextDocument& d) { d.move(TextMove::left, TextSelect::drop); }, "|abc"},
      {"a^b|c", [](TextDocument& d) { d.move(TextMove::right, TextSelect::drop); }, "ab|c"},
      {"foo.bar |x", [](TextDocument& d) { d.move(TextMove::word_left, TextSelect::drop); }, "foo.|bar x"},
      {"|foo  bar", [](TextDocument& d) { d.move(TextMove::word_right, TextSelect::drop); }, "foo  |bar"},
      {"  ab|c", [](TextDocument& d) { d.move(TextMove::line_start, TextSelect::drop); }, "  |abc"},
      {"  |abc", [](TextDocument& d) { d.move(TextMove::line_start, TextSelect::drop); }, "|  abc"},
      {"a|bc", [](TextDocument& d) { d.move(TextMove::line_end, TextSelect::extend); }, "a^bc|"},
      {"a|\nb", [](TextDocument& d) { d.move(TextMove::document_end, TextSelect::drop); }, "a\nb|"},
      {"abc|\nd\nefg", [](TextDocument& d) {
         d.move(TextMove::down, TextSelect::drop);
         d.move(TextMove::down, TextSelect::drop);
       }, "abc\nd\nefg|"},
      {"a\nb|c", [](TextDocument& d) { d.move(TextMove::page_up, TextSelect::drop, 10); }, "|a\nbc"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.before);
    TextDocument document = document_of(row.before);
    row.edit(document);
    CHECK(shown(document) == row.after);
  }
}

TEST_CASE("the caret never stands inside a character") {
  TextDocument document;
  document.set_text("\u043F\u0440");
  document.move(TextMove::right, TextSelect::drop);
  CHECK(document.caret().column == 2);
  document.place_caret({0, 3});
  CHECK(document.caret().column == 2);
  document.erase_back();
  CHECK(document.text() == "\u0440");
  document.place_caret({5, 99});
  CHECK(document.caret() == TextPosition{0, 2});
}

TEST_CASE("moving down keeps the column in characters") {
  TextDocument document;
  document.set_text("\u043F\u0440\u0438\nabc");
  document.place_caret({0, 4});
  document.move(TextMove::down, TextSelect::drop);
  CHECK(document.caret() == TextPosition{1, 2});
}

TEST_CASE("a typed word is undone at once, the next word is another step") {
  TextDocument document;
  for (const char* key : {"o", "n", "e", " ", "t", "w", "o"}) document.type(key);
  document.undo();
  CHECK(document.text() == "one ");
  document.undo();
  CHECK(document.text() == "");
  CHECK(!document.can_undo());
  document.redo();
  document.redo();
  CHECK(document.text() == "one two");
  document.undo();
  document.type("x");
  CHECK(!document.can_redo());
}

TEST_CASE("words and lines are selected whole") {
  TextDocument document = document_of("foo bar|.baz\nx");
  document.select_word({0, 5});
  CHECK(document.selected_text() == "bar");
  document.select_line(0);
  CHECK(document.selected_text() == "foo bar.baz\n");
  document.select_line(1);
  CHECK(document.selected_text() == "x");
  document.select_all();
  CHECK(document.selected_text() == "foo bar.baz\nx");
}

TEST_CASE("hidden lines move with the text around them") {
  TextDocument document;
  document.set_text("a\nb\nc\nd", {{0, 10}, {2, 5}});
  CHECK(document.file_line(0) == 11);
  CHECK(document.file_line(1) == 12);
  CHECK(document.file_line(2) == 18);
  SUBCASE("a line more above pushes the rest down") {
    document.place_caret({0, 1});
    document.new_line();
    CHECK(document.file_line(3) == 19);
    document.undo();
    CHECK(document.file_line(2) == 18);
  }
  SUBCASE("joining the lines around a gap keeps the gap") {
    document.place_caret({2, 0});
    document.erase_back();
    CHECK(document.text() == "a\nbc\nd");
    CHECK(document.file_line(2) == 18);
    document.undo();
    CHECK(document.file_line(2) == 18);
    CHECK(document.file_line(3) == 19);
  }
  SUBCASE("what is removed to the end takes its gaps along") {
    document.place_caret({1, 0});
    document.move(TextMove::document_end, TextSelect::extend);
    document.erase_back();
    CHECK(document.hidden_lines() == std::vector<HiddenLines>{{0, 10}});
  }
  SUBCASE("putting everything back can be undone") {
    document.replace_all("x", {{0, 3}});
    CHECK(document.file_line(0) == 4);
    document.undo();
    CHECK(document.file_line(2) == 18);
    document.redo();
    CHECK(document.file_line(0) == 4);
  }
}

}  // namespace
}  // namespace lockstep
