#include "text/strftime.h"

#include <cstdlib>

#include <doctest/doctest.h>

#include "text/integer_text.h"
#include "text/recorded_cases.h"

namespace lockstep {

namespace {

CivilTime read_civil(const Fields& a) {
  const auto number = [&](size_t i) { return std::atoi(a[i].c_str()); };
  CivilTime civil;
  civil.year = number(0);
  civil.month = number(1);
  civil.day = number(2);
  civil.hour = number(3);
  civil.minute = number(4);
  civil.second = number(5);
  civil.weekday = number(6);
  civil.year_day = number(7);
  return civil;
}

}  // namespace

TEST_CASE("times are taken apart and written as CPython does") {
  check_recorded(
      "strftime.tsv",
      {
          {"civil",
           [](const Fields& a) {
             const int64_t seconds = read_int64(a[0]);
             const CivilTime civil = civil_from_seconds(seconds);
             CHECK(seconds_from_civil(civil) == seconds);
             Fields out = {int64_to_text(civil.year)};
             for (const int field : {civil.month, civil.day, civil.hour, civil.minute, civil.second,
                                     civil.weekday, civil.year_day}) {
               out.push_back(int64_to_text(field));
             }
             return out;
           }},
          {"strftime",
           [](const Fields& a) {
             return fields_of(format_time(a[1], civil_from_seconds(read_int64(a[0]), 0, "GMT")));
           }},
          {"fields",
           [](const Fields& a) {
             return fields_of(format_time("%Y %m %d %H %M %S %a %j %U %V", read_civil(a)));
           }},
          {"asctime", [](const Fields& a) { return fields_of(format_asctime(read_civil(a))); }},
      });
}

TEST_CASE("an offset moves the clock, not the moment") {
  const CivilTime civil = civil_from_seconds(0, 2 * 3600 + 1800, "XYZ");
  CHECK(*format_time("%F %T %Z %z", civil) == "1970-01-01 02:30:00 XYZ +0230");
  CHECK(seconds_from_civil(civil) == 0);
  CHECK(*format_time("%F %T %z", civil_from_seconds(0, -5 * 3600)) == "1969-12-31 19:00:00 -0500");
}

TEST_CASE("fields outside their ranges run over into their neighbours") {
  CivilTime civil;
  civil.year = 2023;
  civil.month = 14;
  civil.day = 30;
  civil.hour = 25;
  CHECK(*format_time("%F %T", civil_from_seconds(seconds_from_civil(civil))) ==
        "2024-03-02 01:00:00");
}

}  // namespace lockstep
