#include "workbench/lesson_program.h"

#include <algorithm>

namespace lockstep {

LessonProgram program_of(const Lesson& lesson) {
  LessonProgram program;
  int shown = 0;       // lines of the program so far
  int file_line = 1;   // the file's line that comes next
  for (const LessonCell& cell : lesson.cells) {
    if (cell.kind != LessonCellKind::code) continue;
    // the empty line between two cells is one of the file's lines that stand between them
    if (shown > 0 && cell.first_line > file_line) {
      program.text += '\n';
      ++shown;
      ++file_line;
    }
    if (cell.first_line > file_line) {
      program.hidden.push_back({shown, cell.first_line - file_line});
    }
    program.text += cell.text;
    const int lines = int(std::count(cell.text.begin(), cell.text.end(), '\n'));
    shown += lines;
    file_line = cell.first_line + lines;
  }
  if (program.text.ends_with('\n')) program.text.pop_back();
  return program;
}

}  // namespace lockstep
