#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/text_error.h"

// Calendar time, without a clock and without the host's time zone: the caller gives both. Names are
// those of the C locale. Pure functions, callable from any thread. Proleptic Gregorian calendar.
namespace lockstep {

// time.struct_time's fields, with Python's ranges (month from 1, Monday is weekday 0, yday from 1).
struct CivilTime {
  int64_t year = 1970;
  int month = 1;
  int day = 1;
  int hour = 0;
  int minute = 0;
  int second = 0;  // up to 61
  int weekday = 3;
  int year_day = 1;
  int is_dst = 0;          // -1: unknown
  int offset_seconds = 0;  // east of UTC
  std::string_view zone = "UTC";

  friend bool operator==(const CivilTime&, const CivilTime&) = default;
};

// The time at `utc_seconds` since 1970 as clocks `offset_seconds` east of UTC show it.
CivilTime civil_from_seconds(int64_t utc_seconds, int offset_seconds = 0,
                             std::string_view zone = "UTC");
// Back again (calendar.timegm, and time.mktime where offset_seconds is the local one): only the
// fields year to second and the offset count, and they may lie outside their ranges.
int64_t seconds_from_civil(const CivilTime& civil);

// time.strftime(format, civil). ValueError "month out of range" and the like.
TextResult<std::string> format_time(std::string_view format, const CivilTime& civil);
// time.asctime(civil).
TextResult<std::string> format_asctime(const CivilTime& civil);

}  // namespace lockstep
