#include "control/schedule.h"

#include <random>

#include <doctest/doctest.h>

namespace lockstep {
namespace {

TEST_CASE("schedules as text") {
  const struct {
    std::vector<uint32_t> choices;
    const char* text;
  } cases[] = {
      {{}, "1/00000000000000ab/"},
      {{0}, "1/00000000000000ab/0"},
      {{0, 0, 0, 1, 2, 2}, "1/00000000000000ab/0:3,1,2:2"},
      {{7, 4294967295, 7}, "1/00000000000000ab/7,4294967295,7"},
  };
  for (const auto& [choices, text] : cases) {
    const Schedule schedule({.program = 0xab}, choices);
    CHECK(schedule.text() == text);
    const auto parsed = parse_schedule(text);
    REQUIRE(parsed.has_value());
    CHECK(*parsed == schedule);
  }
  CHECK(parse_schedule(" \n1/FFFFFFFFFFFFFFFF/1:2\r\n")->choices == std::vector<uint32_t>{1, 1});
}

TEST_CASE("random draws and time stand before the program") {
  ScheduleTerms terms;
  terms.program = 0xab;
  terms.draws.emplace();
  CHECK(Schedule(terms, {1}).text() == "1r/00000000000000ab/1");
  terms.draws = {{{1, 0}, 5}, {{2, 3}, 1}};
  terms.arbitrary_time = true;
  const Schedule schedule(terms, {1});
  CHECK(schedule.text() == "1ar1.0.5_2.3.1/00000000000000ab/1");
  CHECK(*parse_schedule(schedule.text()) == schedule);
  for (const char* text : {"1r1/ab/", "1r1.2/ab/", "1r1.2.0/ab/", "1r1.2.3_/ab/", "1r1.2.3_1.2.4/ab/"}) {
    CAPTURE(text);
    REQUIRE_FALSE(parse_schedule(text).has_value());
    CHECK(parse_schedule(text).error().message ==
          "the random draws of the schedule are not of the form THREAD.DRAW.VALUE");
  }
}

TEST_CASE("any schedule comes back from its text") {
  std::mt19937_64 random(1);
  for (int i = 0; i < 500; ++i) {
    Schedule schedule;
    schedule.program = random();
    const size_t size = random() % 50;
    for (size_t at = 0; at < size; ++at) {
      schedule.choices.push_back(static_cast<uint32_t>(random() % 3));
    }
    const auto parsed = parse_schedule(schedule.text());
    REQUIRE(parsed.has_value());
    CHECK(*parsed == schedule);
  }
}

TEST_CASE("what is no schedule says why") {
  const struct {
    const char* text;
    const char* message;
  } cases[] = {
      {"", "this is no schedule: it should begin with \"1/\""},
      {"racy.py", "this is no schedule: it should begin with \"1/\""},
      {"1", "this is no schedule: it should begin with \"1/\""},
      {"-1/", "this is no schedule: it should begin with \"1/\""},
      {"2/00000000000000ab/0", "the schedule has format 2, and this program knows only format 1"},
      {"1/ab/0", "the schedule does not say which program it is for (16 hexadecimal digits)"},
      {"1/00000000000000xb/0",
       "the schedule does not say which program it is for (16 hexadecimal digits)"},
      {"1/00000000000000ab",
       "the schedule does not say which program it is for (16 hexadecimal digits)"},
      {"1/00000000000000ab/,", "entry 1 of the schedule is not of the form THREAD or THREAD:TIMES"},
      {"1/00000000000000ab/0,",
       "entry 1 of the schedule is not of the form THREAD or THREAD:TIMES"},
      {"1/00000000000000ab/0,1:0",
       "entry 2 of the schedule is not of the form THREAD or THREAD:TIMES"},
      {"1/00000000000000ab/0,1:",
       "entry 2 of the schedule is not of the form THREAD or THREAD:TIMES"},
      {"1/00000000000000ab/0 1",
       "entry 1 of the schedule is not of the form THREAD or THREAD:TIMES"},
      {"1/00000000000000ab/-1",
       "entry 1 of the schedule is not of the form THREAD or THREAD:TIMES"},
      {"1/00000000000000ab/4294967296",
       "entry 1 of the schedule is not of the form THREAD or THREAD:TIMES"},
      {"1/00000000000000ab/0:99999999999999999999",
       "entry 1 of the schedule is not of the form THREAD or THREAD:TIMES"},
      {"1/00000000000000ab/0:1,0:99999999999", "the schedule has more than 67108864 choices"},
  };
  for (const auto& [text, message] : cases) {
    CAPTURE(text);
    const auto parsed = parse_schedule(text);
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().message == message);
  }
}

TEST_CASE("the hash of a program is the same on every build") {
  CHECK(hash_of_program("") == 0x2d06800538d394c2);
  CHECK(hash_of_program("print(1)\n") == hash_of_program("print(1)\n"));
  CHECK(hash_of_program("print(1)\n") != hash_of_program("print(2)\n"));
}

}  // namespace
}  // namespace lockstep
