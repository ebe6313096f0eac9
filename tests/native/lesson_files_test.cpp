#include "native/lesson_files.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace lockstep;
namespace fs = std::filesystem;

namespace {

// A folder that is gone afterwards.
struct Folder {
  fs::path path = fs::temp_directory_path() / "lockstep-lesson-files-test";
  Folder() {
    fs::remove_all(path);
    fs::create_directories(path / "topic");
    std::ofstream(path / "topic" / "b.py", std::ios::binary) << "b\r\n\0x";
    std::ofstream(path / "a.py") << "a\n";
    std::ofstream(path / "notes.txt") << "no lesson";
  }
  ~Folder() { fs::remove_all(path); }
};

}  // namespace

TEST_CASE("a folder gives its Python files by name, whatever their depth") {
  const Folder folder;
  const auto lessons = read_lessons(folder.path.string());
  REQUIRE(lessons.has_value());
  REQUIRE(lessons->size() == 2);
  CHECK((*lessons)[0].path == (folder.path / "a.py").string());
  CHECK((*lessons)[1].text == "b\r\n");
}

TEST_CASE("a file is one lesson") {
  const Folder folder;
  const auto lessons = read_lessons((folder.path / "notes.txt").string());
  REQUIRE(lessons.has_value());
  CHECK((*lessons)[0].text == "no lesson");
}

TEST_CASE("what cannot be read is said with its name and reason") {
  const Folder folder;
  CHECK(read_lessons((folder.path / "c.py").string()).error() ==
        "cannot read " + (folder.path / "c.py").string() + ": No such file or directory");
  fs::create_directories(folder.path / "empty");
  CHECK(read_lessons((folder.path / "empty").string()).error() ==
        "no lessons in " + (folder.path / "empty").string());
  CHECK(read_file(folder.path.string()).error() ==
        "cannot read " + folder.path.string() + ": it is a folder");
  std::ofstream(folder.path / "nothing");
  CHECK(*read_file((folder.path / "nothing").string()) == "");
}
