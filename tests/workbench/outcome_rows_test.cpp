#include "workbench/outcome_rows.h"

#include <doctest/doctest.h>

namespace lockstep {
namespace {

ExploredOutcome explored(OutcomeKind kind, const char* value, const char* error = "") {
  ExploredOutcome outcome;
  outcome.kind = kind;
  outcome.value = value;
  outcome.error = error;
  return outcome;
}

SampledOutcome sampled(OutcomeKind kind, const char* value, uint64_t count) {
  SampledOutcome outcome;
  outcome.kind = kind;
  outcome.value = value;
  outcome.count = count;
  return outcome;
}

TEST_CASE("what was explored and what was met by chance become one list") {
  Exploration exploration;
  exploration.outcomes = {explored(OutcomeKind::finished, "n = 10"), explored(OutcomeKind::finished, "n = 9"),
                          explored(OutcomeKind::deadlock, "", "a waits\nthey wait for each other: a -> b -> a")};
  Samples samples;
  samples.outcomes = {sampled(OutcomeKind::finished, "n = 10", 7), sampled(OutcomeKind::exception, "n = 10", 1)};
  const auto rows = outcome_rows(&exploration, &samples);
  REQUIRE(rows.size() == 4);
  CHECK(rows[0].kind == OutcomeKind::deadlock);
  CHECK(rows[0].gist == "they wait for each other: a -> b -> a");
  CHECK(rows[0].explored == 2);
  CHECK(rows[0].count == 0);
  CHECK(rows[1].kind == OutcomeKind::exception);   // the same value, but another end
  CHECK_FALSE(rows[1].explored.has_value());
  CHECK(rows[1].sampled == 1);
  CHECK(rows[2].gist == "n = 9");
  CHECK(rows[3].gist == "n = 10");
  CHECK(rows[3].explored == 0);
  CHECK(rows[3].count == 7);
  CHECK(outcome_rows(nullptr, nullptr).empty());
  CHECK(outcome_rows(nullptr, &samples).size() == 2);
}

TEST_CASE("numbers count by their size") {
  CHECK(comes_before("9", "10"));
  CHECK_FALSE(comes_before("10", "9"));
  CHECK(comes_before("x = 2, y = 10", "x = 10, y = 2"));
  CHECK(comes_before("a", "b"));
  CHECK(comes_before("", "a"));
  CHECK(comes_before("1", "1 "));
  CHECK_FALSE(comes_before("same 07", "same 07"));
  CHECK(comes_before("07", "7") != comes_before("7", "07"));
}

TEST_CASE("shares are rounded, but never to none or all") {
  CHECK(share_text(0, 200) == "0 %");
  CHECK(share_text(200, 200) == "100 %");
  CHECK(share_text(38, 200) == "19 %");
  CHECK(share_text(1, 200) == "0.5 %");
  CHECK(share_text(1, 20000) == "< 0.1 %");
  CHECK(share_text(19999, 20000) == "> 99.9 %");
  CHECK(share_text(199, 200) == "99.5 %");
  CHECK(share_text(0, 0) == "0 %");
  CHECK(grouped(1234567) == "1 234 567");
  CHECK(grouped(999) == "999");
}

TEST_CASE("an outcome's gist is a line") {
  CHECK(gist_of(OutcomeKind::finished, "one\ntwo\n", "") == "two");
  CHECK(gist_of(OutcomeKind::finished, "", "") == "printed nothing");
  CHECK(gist_of(OutcomeKind::exception, "one", "Traceback\nValueError: no") == "ValueError: no");
  CHECK(gist_of(OutcomeKind::deadlock, "", "a waits\nb waits") == "a waits");
}

}  // namespace
}  // namespace lockstep
