#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workbench/lesson_file.h"

namespace lockstep {

// A file that may be a lesson.
struct LessonSource {
  std::string path;
  std::string text;
};

// All lessons that can be opened, in the order of their headers: topics by their first lesson, lessons
// by their order, equal ones by path.
class LessonLibrary {
 public:
  explicit LessonLibrary(const std::vector<LessonSource>& sources);

  const std::vector<Lesson>& lessons() const { return lessons_; }
  const std::vector<LessonError>& errors() const { return errors_; }   // files that are no lessons

  // Puts one more at the end. Its id must be new.
  void add(Lesson lesson) { lessons_.push_back(std::move(lesson)); }

  // The lesson with that id; -1 when there is none.
  int find(std::string_view id) const;

 private:
  std::vector<Lesson> lessons_;
  std::vector<LessonError> errors_;
};

// The lessons that the build put inside the program.
std::vector<LessonSource> embedded_lessons();

// An empty page for a program of the learner's own.
Lesson new_program();

// A program without a lesson's header: all code, named after its file.
Lesson plain_program(const LessonSource& source);

}  // namespace lockstep
