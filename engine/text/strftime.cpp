#include "text/strftime.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "text/int64_ops.h"
#include "text/integer_text.h"

// Dates are counted in years that begin in March: the leap day is then the last of its year, and
// the lengths of the months follow a straight line.
namespace lockstep {

namespace {

constexpr int64_t kSecondsPerDay = 86400;
constexpr int64_t kDaysPerEra = 146097;  // 400 years

constexpr std::array<std::string_view, 7> kWeekdays = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr size_t kShortName = 3;

int64_t floor_div(int64_t left, int64_t right) { return *int64_floor_div(left, right); }

bool is_leap(int64_t year) {
  return int64_floor_mod(year, 4) == 0 &&
         (int64_floor_mod(year, 100) != 0 || int64_floor_mod(year, 400) == 0);
}

// Days from 1970-01-01 to the first of a month; months outside 1..12 run into other years.
int64_t days_before_month(int64_t year, int64_t month) {
  const int64_t months_from_march = month - 3;
  const int64_t march_year = year + floor_div(months_from_march, 12);
  const int64_t march_month = int64_floor_mod(months_from_march, 12);
  const int64_t era = floor_div(march_year, 400);
  const int64_t year_of_era = march_year - era * 400;
  const int64_t day_of_year = (153 * march_month + 2) / 5;
  const int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  constexpr int64_t kMarchFirstYearZeroTo1970 = 719468;
  return era * kDaysPerEra + day_of_era - kMarchFirstYearZeroTo1970;
}

// A struct_time as time.strftime reads it, after its checks and small mercies.
Result<CivilTime, TextError> checked_civil(const CivilTime& given) {
  CivilTime civil = given;
  const auto out_of_range = [](const char* field) {
    return text_failure(TextErrorKind::value_error, std::string(field) + " out of range");
  };
  civil.month = civil.month == 0 ? 1 : civil.month;
  civil.day = civil.day == 0 ? 1 : civil.day;
  civil.year_day = civil.year_day == 0 ? 1 : civil.year_day;
  if (civil.month < 1 || civil.month > 12) return out_of_range("month");
  if (civil.day < 1 || civil.day > 31) return out_of_range("day of month");
  if (civil.hour < 0 || civil.hour > 23) return out_of_range("hour");
  if (civil.minute < 0 || civil.minute > 59) return out_of_range("minute");
  if (civil.second < 0 || civil.second > 61) return out_of_range("seconds");
  if ((civil.weekday + 1) % 7 < 0) return out_of_range("day of week");  // as C divides
  if (civil.year_day < 1 || civil.year_day > 366) return out_of_range("day of year");
  civil.weekday = static_cast<int>(int64_floor_mod(civil.weekday, 7));
  return civil;
}

struct IsoWeek {
  int64_t year;
  int64_t week;
};

// ISO 8601: weeks begin on Monday, and the first one is the one with the year's first Thursday.
IsoWeek iso_week(const CivilTime& civil) {
  const auto week_in = [&](int64_t year_day) { return floor_div(year_day - civil.weekday + 9, 7); };
  const auto weeks_of = [&](int64_t year, int64_t first_weekday) {
    const bool begins_on_thursday = first_weekday == 3;
    const bool begins_on_wednesday = first_weekday == 2;
    return begins_on_thursday || (begins_on_wednesday && is_leap(year)) ? 53 : 52;
  };
  const int64_t week = week_in(civil.year_day);
  const int64_t first_weekday = int64_floor_mod(civil.weekday - (civil.year_day - 1), 7);
  if (week < 1) {
    const int64_t year = civil.year - 1;
    const int64_t its_first = int64_floor_mod(first_weekday - (is_leap(year) ? 366 : 365), 7);
    return {year, weeks_of(year, its_first)};
  }
  if (week > weeks_of(civil.year, first_weekday)) return {civil.year + 1, 1};
  return {civil.year, week};
}

// One "%..." of a format, C's strftime with the flags of the GNU library: `_` pads with spaces, `-`
// with nothing, `0` with zeros, `^` writes capitals, `#` swaps the case; a number is a least width.
class TimeFormatter {
 public:
  explicit TimeFormatter(const CivilTime& civil) : civil_(civil) {}

  std::string format(std::string_view pattern) {
    std::string out;
    for (size_t i = 0; i < pattern.size();) {
      if (pattern[i] == '%') {
        out += directive(pattern, i);
      } else {
        out += pattern[i++];
      }
    }
    return out;
  }

 private:
  struct Field {
    char pad = '\0';
    bool upper = false;
    bool swap_case = false;
    size_t width = 0;
  };

  enum class Case { kept, swaps_to_upper, swaps_to_lower };

  static std::string padded(std::string text, const Field& field, char pad) {
    if (text.size() >= field.width) return text;
    return std::string(field.width - text.size(), pad) + text;
  }

  static std::string text(std::string_view value, const Field& field, Case swap = Case::kept) {
    std::string out(value);
    const bool to_upper = field.upper || (field.swap_case && swap == Case::swaps_to_upper);
    const bool to_lower = field.swap_case && swap == Case::swaps_to_lower;
    for (char& c : out) {
      if (to_upper && !to_lower && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
      if (to_lower && c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return padded(std::move(out), field, field.pad == '0' ? '0' : ' ');
  }

  static std::string number(int64_t value, size_t digits, const Field& field, char pad = '0') {
    if (field.pad != '\0') pad = field.pad;
    const std::string magnitude = int64_to_text(value < 0 ? -value : value);
    const std::string sign = value < 0 ? "-" : "";
    if (pad == '-') return padded(sign + magnitude, field, ' ');
    const size_t width = std::max(digits, field.width);
    const size_t used = sign.size() + magnitude.size();
    const std::string fill(width > used ? width - used : 0, pad == '_' ? ' ' : '0');
    return pad == '_' ? fill + sign + magnitude : sign + fill + magnitude;
  }

  std::string composed(std::string_view pattern, const Field& field) {
    Field outer = field;
    outer.swap_case = false;
    return text(format(pattern), outer);
  }

  std::string offset() const {
    const int minutes = std::abs(civil_.offset_seconds) / 60;
    Field four;
    return (civil_.offset_seconds < 0 ? "-" : "+") +
           number(minutes / 60 * 100 + minutes % 60, 4, four);
  }

  // `i` is at the percent sign and moves behind what belongs to it.
  std::string directive(std::string_view pattern, size_t& i) {
    const size_t start = i++;
    const auto here = [&] { return i < pattern.size() ? pattern[i] : '\0'; };
    Field field;
    for (;; ++i) {
      const char c = here();
      if (c == '_' || c == '-' || c == '0') {
        field.pad = c;
      } else if (c == '^') {
        field.upper = true;
      } else if (c == '#') {
        field.swap_case = true;
      } else {
        break;
      }
    }
    constexpr size_t kMostWidth = 1000;
    for (; here() >= '0' && here() <= '9'; ++i) {
      field.width = std::min(kMostWidth, field.width * 10 + static_cast<size_t>(here() - '0'));
    }
    if (here() == 'E' || here() == 'O') ++i;  // other calendars and digits; the C locale has none
    const char kind = here();
    if (i < pattern.size()) ++i;
    if (auto value = written(kind, field)) return *value;
    return padded(std::string(pattern.substr(start, i - start)), field,
                  field.pad == '0' ? '0' : ' ');
  }

  std::optional<std::string> written(char kind, const Field& field) {
    const std::string_view weekday = kWeekdays[static_cast<size_t>(civil_.weekday)];
    const std::string_view month = kMonths[static_cast<size_t>(civil_.month - 1)];
    const int64_t hour_of_twelve = (civil_.hour + 11) % 12 + 1;
    const bool afternoon = civil_.hour >= 12;
    const int64_t sunday_weekday = (civil_.weekday + 1) % 7;
    const int64_t days_gone = civil_.year_day - 1;
    switch (kind) {
      case 'a':
        return text(weekday.substr(0, kShortName), field, Case::swaps_to_upper);
      case 'A':
        return text(weekday, field, Case::swaps_to_upper);
      case 'b':
      case 'h':
        return text(month.substr(0, kShortName), field, Case::swaps_to_upper);
      case 'B':
        return text(month, field, Case::swaps_to_upper);
      case 'c':
        return composed("%a %b %e %H:%M:%S %Y", field);
      case 'C':
        return number(floor_div(civil_.year, 100), 1, field);
      case 'd':
        return number(civil_.day, 2, field);
      case 'D':
      case 'x':
        return composed("%m/%d/%y", field);
      case 'e':
        return number(civil_.day, 2, field, '_');
      case 'F':
        return composed("%Y-%m-%d", field);
      case 'g':
        return number(int64_floor_mod(iso_week(civil_).year, 100), 2, field);
      case 'G':
        return number(iso_week(civil_).year, 1, field);
      case 'H':
        return number(civil_.hour, 2, field);
      case 'I':
        return number(hour_of_twelve, 2, field);
      case 'j':
        return number(civil_.year_day, 3, field);
      case 'k':
        return number(civil_.hour, 2, field, '_');
      case 'l':
        return number(hour_of_twelve, 2, field, '_');
      case 'm':
        return number(civil_.month, 2, field);
      case 'M':
        return number(civil_.minute, 2, field);
      case 'n':
        return text("\n", field);
      case 'p':
        return text(afternoon ? "PM" : "AM", field, Case::swaps_to_lower);
      case 'P': {
        Field lower = field;
        lower.upper = false;
        return text(afternoon ? "pm" : "am", lower);
      }
      case 'r':
        return composed("%I:%M:%S %p", field);
      case 'R':
        return composed("%H:%M", field);
      case 's':
        return number(seconds_from_civil(civil_), 1, field);
      case 'S':
        return number(civil_.second, 2, field);
      case 't':
        return text("\t", field);
      case 'T':
      case 'X':
        return composed("%H:%M:%S", field);
      case 'u':
        return number(civil_.weekday + 1, 1, field);
      case 'U':
        return number((days_gone - sunday_weekday + 7) / 7, 2, field);
      case 'V':
        return number(iso_week(civil_).week, 2, field);
      case 'w':
        return number(sunday_weekday, 1, field);
      case 'W':
        return number((days_gone - civil_.weekday + 7) / 7, 2, field);
      case 'y':
        return number(int64_floor_mod(civil_.year, 100), 2, field);
      case 'Y':
        return number(civil_.year, 1, field);
      case 'z':
        return offset();
      case 'Z':
        return text(civil_.zone, field, Case::swaps_to_lower);
      case '%':
        return text("%", field);
      default:
        return std::nullopt;
    }
  }

  const CivilTime& civil_;
};

}  // namespace

CivilTime civil_from_seconds(int64_t utc_seconds, int offset_seconds, std::string_view zone) {
  const int64_t local = utc_seconds + offset_seconds;
  const int64_t days = floor_div(local, kSecondsPerDay);
  const int64_t second_of_day = local - days * kSecondsPerDay;

  // The year by division is at most one too late or too early.
  int64_t year = 1970 + floor_div(days * 400, kDaysPerEra);
  while (days_before_month(year, 1) > days) --year;
  while (days_before_month(year + 1, 1) <= days) ++year;
  int month = 1;
  while (month < 12 && days_before_month(year, month + 1) <= days) ++month;

  CivilTime civil;
  civil.year = year;
  civil.month = month;
  civil.day = static_cast<int>(days - days_before_month(year, month)) + 1;
  civil.hour = static_cast<int>(second_of_day / 3600);
  civil.minute = static_cast<int>(second_of_day / 60 % 60);
  civil.second = static_cast<int>(second_of_day % 60);
  civil.weekday = static_cast<int>(int64_floor_mod(days + 3, 7));  // 1970 began on a Thursday
  civil.year_day = static_cast<int>(days - days_before_month(year, 1)) + 1;
  civil.offset_seconds = offset_seconds;
  civil.zone = zone;
  return civil;
}

int64_t seconds_from_civil(const CivilTime& civil) {
  const int64_t days = days_before_month(civil.year, civil.month) + civil.day - 1;
  return days * kSecondsPerDay + civil.hour * int64_t{3600} + civil.minute * int64_t{60} +
         civil.second - civil.offset_seconds;
}

TextResult<std::string> format_time(std::string_view format, const CivilTime& civil) {
  const auto checked = checked_civil(civil);
  if (!checked) return Failure(checked.error());
  if (format.find('\0') != std::string_view::npos) {
    return text_failure(TextErrorKind::value_error, "embedded null character");
  }
  return TimeFormatter(*checked).format(format);
}

TextResult<std::string> format_asctime(const CivilTime& civil) {
  const auto checked = checked_civil(civil);
  if (!checked) return Failure(checked.error());
  return TimeFormatter(*checked).format("%a %b %e %H:%M:%S %Y");
}

}  // namespace lockstep
