#include "workbench/output_log.h"

#include <doctest/doctest.h>

namespace lockstep {
namespace {

OutputChunk chunk(uint32_t thread, std::string text, bool is_error = false) {
  return {thread, is_error, 0, std::move(text)};
}

TEST_CASE("chunks become lines") {
  OutputLog log;
  log.append({chunk(0, "one\ntwo\n"), chunk(1, "three")});
  REQUIRE(log.lines().size() == 3);
  CHECK(log.lines()[1].text() == "two");
  CHECK(log.text() == "one\ntwo\nthree");
  log.append({chunk(1, "!\n")});
  CHECK(log.lines().size() == 3);
  CHECK(log.text() == "one\ntwo\nthree!\n");
  CHECK(log.last_line() == "three!");
}

TEST_CASE("a line remembers who wrote which piece of it") {
  OutputLog log;
  log.append({chunk(1, "a"), chunk(2, "b"), chunk(2, "c"), chunk(1, "\n"), chunk(2, "\n")});
  REQUIRE(log.lines().size() == 2);
  const auto& pieces = log.lines()[0].pieces;
  REQUIRE(pieces.size() == 2);
  CHECK(pieces[0].text == "a");
  CHECK(pieces[1].text == "bc");
  CHECK(log.lines()[0].written_by(2));
  CHECK(!log.lines()[0].written_by(3));
  CHECK(log.lines()[1].written_by(2));
  CHECK(log.lines()[1].text() == "");
}

TEST_CASE("errors stay apart from what is printed") {
  OutputLog log;
  log.append({chunk(1, "a"), chunk(1, "b\n", true)});
  REQUIRE(log.lines().size() == 1);
  CHECK(log.lines()[0].pieces.size() == 2);
  CHECK(log.lines()[0].pieces[1].is_error);
}

TEST_CASE("tabs and carriage returns") {
  OutputLog log;
  log.append({chunk(0, "ab\tc\r\n")});
  CHECK(log.lines()[0].text() == "ab      c");
}

TEST_CASE("the last line that says something") {
  OutputLog log;
  CHECK(log.last_line() == "");
  log.append({chunk(0, "total: 3\n\n  \n")});
  CHECK(log.last_line() == "total: 3");
}

TEST_CASE("the oldest lines go when there are too many") {
  OutputLog log;
  std::string text;
  for (size_t index = 0; index < OutputLog::kMostLines; ++index) text += "x\n";
  log.append({chunk(0, text)});
  CHECK(log.dropped_lines() == 0);
  log.append({chunk(0, "last\n")});
  CHECK(log.dropped_lines() == OutputLog::kMostLines / 10 + 1);
  CHECK(log.lines().size() == OutputLog::kMostLines * 9 / 10);
  CHECK(log.last_line() == "last");
  log.clear();
  CHECK(log.lines().empty());
  CHECK(log.dropped_lines() == 0);
}

}  // namespace
}  // namespace lockstep
