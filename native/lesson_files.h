#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "workbench/lesson_library.h"

namespace lockstep {

// The bytes of a file. The error is one line for the user, naming the file.
Result<std::string, std::string> read_file(const std::string& path);

// The lesson at `path`, or every Python file in that folder and below it, by name. The error is one
// line for the user.
Result<std::vector<LessonSource>, std::string> read_lessons(const std::string& path);

}  // namespace lockstep
