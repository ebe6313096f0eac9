#include "native/lesson_files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace lockstep {
namespace fs = std::filesystem;

Result<std::string, std::string> read_file(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return Failure("cannot read " + path + ": it is a folder");
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  if (in && in.peek() != std::ifstream::traits_type::eof()) bytes << in.rdbuf();
  if (!in.is_open() || in.bad()) {
    return Failure("cannot read " + path + ": " + std::strerror(errno != 0 ? errno : EIO));
  }
  return bytes.str();
}

Result<std::vector<LessonSource>, std::string> read_lessons(const std::string& path) {
  std::vector<std::string> files;
  std::error_code error;
  if (fs::is_directory(path, error)) {
    for (fs::recursive_directory_iterator at(path, error), end; !error && at != end;
         at.increment(error)) {
      if (at->is_regular_file(error) && at->path().extension() == ".py") {
        files.push_back(at->path().string());
      }
    }
    if (files.empty()) return Failure("no lessons in " + path);
    std::sort(files.begin(), files.end());
  } else {
    files.push_back(path);
  }
  std::vector<LessonSource> lessons;
  for (const std::string& file : files) {
    auto text = read_file(file);
    if (!text) return Failure(text.error());
    lessons.push_back({file, std::move(*text)});
  }
  return lessons;
}

}  // namespace lockstep
