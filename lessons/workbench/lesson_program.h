#pragma once

#include <string>
#include <vector>

#include "workbench/lesson_file.h"
#include "workbench/text_document.h"

// The program of a lesson: its code cells together. The lines of the file that are not code stay
// hidden, so a line's number is the one it has in the file, in tracebacks and under python3 alike.
namespace lockstep {

struct LessonProgram {
  std::string text;
  std::vector<HiddenLines> hidden;

  friend bool operator==(const LessonProgram&, const LessonProgram&) = default;
};

// Cells are parted by an empty line.
LessonProgram program_of(const Lesson& lesson);

}  // namespace lockstep
