#include "workbench/lesson_file.h"

#include <doctest/doctest.h>

namespace lockstep {
namespace {

constexpr std::string_view kHeader =
    "# ---\n"
    "# jupyter:\n"
    "#   jupytext:\n"
    "#     title: not this one\n"
    "# title: 'Taking turns'\n"
    "# topic: Threads\n"
    "# order: 12.5\n"
    "# id: turns\n"
    "# ---\n";

Lesson parsed(std::string_view body) {
  auto lesson = parse_lesson(std::string(kHeader) + std::string(body), "threads/taking_turns.py");
  REQUIRE(lesson.has_value());
  return *lesson;
}

std::string error_of(std::string_view text) {
  auto lesson = parse_lesson(text, "a/b.py");
  REQUIRE(!lesson.has_value());
  return lesson.error().text();
}

TEST_CASE("a lesson's header says what it is") {
  const Lesson lesson = parsed("# %%\nprint(1)\n");
  CHECK(lesson.title == "Taking turns");
  CHECK(lesson.topic == "Threads");
  CHECK(lesson.order == 12.5);
  CHECK(lesson.id == "turns");
  CHECK(lesson.file_name() == "taking_turns.py");
}

TEST_CASE("a lesson without an id is named after its file") {
  auto lesson = parse_lesson("# ---\n# title: A\n# topic: B\n# ---\nprint(1)\n", "x/counting.py");
  REQUIRE(lesson.has_value());
  CHECK(lesson->id == "counting");
}

TEST_CASE("cells know the lines they stand on") {
  const Lesson lesson = parsed(
      "\n"
      "# %% [markdown]\n"   // 11
      "# First *words*.\n"
      "#\n"
      "#     indented\n"
      "\n"
      "# %%\n"              // 16
      "\n"
      "a = 1\n"             // 18
      "\n"
      "b = 2\n"
      "\n\n"
      "# %% Closing words [markdown] tags=[\"x\"]\n"
      "#No space\n"
      "# %%\n"
      "# %%\n"
      "c = 3");
  REQUIRE(lesson.cells.size() == 4);
  CHECK(lesson.cells[0].kind == LessonCellKind::markdown);
  CHECK(lesson.cells[0].first_line == 12);
  CHECK(lesson.cells[0].text == "First *words*.\n\n    indented\n");
  CHECK(lesson.cells[1].kind == LessonCellKind::code);
  CHECK(lesson.cells[1].first_line == 18);
  CHECK(lesson.cells[1].text == "a = 1\n\nb = 2\n");
  CHECK(lesson.cells[2].text == "No space\n");
  CHECK(lesson.cells[3].text == "c = 3\n");
  CHECK(lesson.cells[3].first_line == 27);
}

TEST_CASE("code may stand before the first marker, and lines may end as on Windows") {
  auto lesson = parse_lesson("\xEF\xBB\xBF# ---\r\n# title: A\r\n# topic: B\r\n# ---\r\nx = 1\r\n", "w.py");
  REQUIRE(lesson.has_value());
  REQUIRE(lesson->cells.size() == 1);
  CHECK(lesson->cells[0].text == "x = 1\n");
  CHECK(lesson->cells[0].first_line == 5);
}

TEST_CASE("prose may stand in a text of three quotes") {
  const Lesson lesson = parsed("# %% [md]\n\"\"\"\n# Title\n\nwords\n\"\"\"\n# %%\nprint(1)\n");
  CHECK(lesson.cells[0].text == "# Title\n\nwords\n");
  CHECK(lesson.cells[0].first_line == 12);
}

TEST_CASE("a bad lesson says where and why") {
  CHECK(error_of("print(1)\n") == "a/b.py:1: A lesson begins with a header between two lines '# ---'.");
  CHECK(error_of("") == "a/b.py:1: A lesson begins with a header between two lines '# ---'.");
  CHECK(error_of("# ---\n# title: x\n") == "a/b.py:1: The header has no closing line '# ---'.");
  CHECK(error_of("# ---\ntitle: x\n# ---\n") == "a/b.py:2: Every line of the header begins with '#'.");
  CHECK(error_of("# ---\n# title\n# ---\n") == "a/b.py:2: A line of the header reads 'name: value'.");
  CHECK(error_of("# ---\n# order: soon\n# ---\n") == "a/b.py:2: The order is a number.");
  CHECK(error_of("# ---\n# topic: x\n# ---\nprint(1)\n") == "a/b.py:1: The header says no title.");
  CHECK(error_of("# ---\n# title: x\n# ---\nprint(1)\n") == "a/b.py:1: The header says no topic.");
  CHECK(error_of("# ---\n# title: x\n# topic: y\n# ---\n") == "a/b.py:1: The lesson has no code cell.");
  CHECK(error_of("# ---\n# title: x\n# topic: y\n# ---\n# %% [markdown]\n# a\nb\n") ==
        "a/b.py:7: A line of a markdown cell begins with '#'.");
}

}  // namespace
}  // namespace lockstep
