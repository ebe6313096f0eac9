#include "workbench/lesson_library.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

namespace lockstep {
namespace {

LessonSource source(std::string path, std::string topic, std::string order) {
  return {path, "# ---\n# title: " + path + "\n# topic: " + topic + "\n# order: " + order + "\n# ---\nprint(1)\n"};
}

std::string folder_of(std::string_view path) { return std::string(path.substr(0, path.rfind('/'))); }

TEST_CASE("topics follow their first lessons, and lessons their order") {
  const LessonLibrary library({source("b/late.py", "Late", "30"), source("a/second.py", "Early", "20"),
                               source("b/mixed.py", "Late", "15"), source("a/first.py", "Early", "10"),
                               {"a/broken.py", "# ---\n# title: A\n# ---\nprint(1)\n"}});
  std::string ids;
  for (const Lesson& lesson : library.lessons()) ids += lesson.id + " ";
  CHECK(ids == "first second mixed late ");
  CHECK(library.find("second") == 1);
  CHECK(library.find("third") == -1);
  REQUIRE(library.errors().size() == 1);
  CHECK(library.errors()[0].path == "a/broken.py");
}

TEST_CASE("every lesson inside the program can be read") {
  const LessonLibrary library(embedded_lessons());
  for (const LessonError& error : library.errors()) FAIL_CHECK(error.text());
  CHECK(library.lessons().size() >= 12);
}

TEST_CASE("ids and orders are each one lesson's own, and a folder is one topic") {
  std::set<std::string> ids;
  std::set<double> orders;
  std::map<std::string, std::string> topics;
  const LessonLibrary library(embedded_lessons());
  for (const Lesson& lesson : library.lessons()) {
    CAPTURE(lesson.path);
    CHECK(ids.insert(lesson.id).second);
    CHECK(orders.insert(lesson.order).second);
    CHECK(std::all_of(lesson.id.begin(), lesson.id.end(), [](char letter) {
      return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
    }));
    const auto [topic, added] = topics.emplace(folder_of(lesson.path), lesson.topic);
    CHECK(topic->second == lesson.topic);
  }
  std::set<std::string> names;
  for (const auto& [folder, topic] : topics) CHECK(names.insert(topic).second);
}

TEST_CASE("a lesson opens with its heading and closes with what to remember") {
  const LessonLibrary library(embedded_lessons());
  for (const Lesson& lesson : library.lessons()) {
    CAPTURE(lesson.path);
    const LessonCell& first = lesson.cells.front();
    const LessonCell& last = lesson.cells.back();
    CHECK(first.kind == LessonCellKind::markdown);
    CHECK(first.text.starts_with("# "));
    CHECK(last.kind == LessonCellKind::markdown);
    CHECK(last.text.find("## Remember\n") != std::string::npos);
    CHECK(last.text.find("## Try it\n") != std::string::npos);
  }
}

TEST_CASE("a lesson's lines of code are not too long") {
  constexpr size_t kColumns = 100;
  const LessonLibrary library(embedded_lessons());
  for (const Lesson& lesson : library.lessons()) {
    for (const LessonCell& cell : lesson.cells) {
      if (cell.kind != LessonCellKind::code) continue;
      for (size_t begin = 0; begin < cell.text.size();) {
        const size_t end = cell.text.find('\n', begin);
        CAPTURE(lesson.path);
        CAPTURE(cell.text.substr(begin, end - begin));
        CHECK(end - begin <= kColumns);
        begin = end + 1;
      }
    }
  }
}

}  // namespace
}  // namespace lockstep
