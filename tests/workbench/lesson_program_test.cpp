#include "workbench/lesson_program.h"

#include <doctest/doctest.h>

namespace lockstep {
namespace {

Lesson lesson_of(std::vector<LessonCell> cells) {
  Lesson lesson;
  lesson.cells = std::move(cells);
  return lesson;
}

TEST_CASE("a program's lines keep the numbers they have in the file") {
  const LessonProgram program = program_of(lesson_of({{LessonCellKind::markdown, 3, "words\n"},
                                                      {LessonCellKind::code, 8, "a = 1\nb = 2\n"},
                                                      {LessonCellKind::markdown, 12, "words\n"},
                                                      {LessonCellKind::code, 20, "c = 3\n"}}));
  CHECK(program.text == "a = 1\nb = 2\n\nc = 3");
  TextDocument document;
  document.set_text(program.text, program.hidden);
  CHECK(document.file_line(0) == 8);
  CHECK(document.file_line(1) == 9);
  CHECK(document.file_line(2) == 10);
  CHECK(document.file_line(3) == 20);
  CHECK(document.line_of_file(9) == 1);
  CHECK(document.line_of_file(20) == 3);
  CHECK(document.line_of_file(7) == -1);
  CHECK(document.line_of_file(15) == -1);
  CHECK(document.line_of_file(21) == -1);
  CHECK(document.file_text() == "\n\n\n\n\n\n\na = 1\nb = 2\n\n\n\n\n\n\n\n\n\n\nc = 3");
}

TEST_CASE("a program that begins its file hides nothing") {
  const LessonProgram program = program_of(lesson_of({{LessonCellKind::code, 1, "a = 1\n"}}));
  CHECK(program.text == "a = 1");
  CHECK(program.hidden.empty());
}

TEST_CASE("cells that follow each other at once stay together") {
  const LessonProgram program = program_of(
      lesson_of({{LessonCellKind::code, 2, "a = 1\n"}, {LessonCellKind::code, 4, "b = 2\n"}}));
  CHECK(program.text == "a = 1\n\nb = 2");
  CHECK(program.hidden == std::vector<HiddenLines>{{0, 1}});
}

}  // namespace
}  // namespace lockstep
