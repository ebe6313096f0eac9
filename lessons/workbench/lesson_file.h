#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

// Reads a lesson: a Python file in Jupytext's percent format. A comment block between two lines
// `# ---` holds the header (YAML: title, topic, order, id); `# %% [markdown]` begins a cell of prose
// written as comments, `# %%` a cell of code. Pure functions of the text.
namespace lockstep {

enum class LessonCellKind : uint8_t { markdown, code };

struct LessonCell {
  LessonCellKind kind = LessonCellKind::code;
  int first_line = 1;   // the file's line that the first line of `text` stands on
  std::string text;     // markdown: without the comment marks; code: as it is; no blank lines around it
};

struct Lesson {
  std::string id;       // names the lesson in settings and links; the file's stem where the header has none
  std::string title;
  std::string topic;
  double order = 0;     // among all lessons; topics follow the order of their first lesson
  std::string path;     // as given
  std::vector<LessonCell> cells;

  std::string_view file_name() const;
};

struct LessonError {
  std::string path;
  int line = 1;
  std::string message;  // one sentence, without the place

  std::string text() const;  // "counting.py:12: message"
};

// `path` names the file in errors and gives the id its default.
Result<Lesson, LessonError> parse_lesson(std::string_view text, std::string_view path);

}  // namespace lockstep
