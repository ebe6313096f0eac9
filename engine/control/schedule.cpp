#include "control/schedule.h"

#include <charconv>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace lockstep {

namespace {

Failure<ScheduleError> failure(std::string message) {
  return Failure(ScheduleError{std::move(message)});
}

// Takes a number off the front of the text.
template <class Number>
bool take_number(std::string_view& text, Number& number, int base = 10) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (error != std::errc()) return false;
  text.remove_prefix(static_cast<size_t>(end - text.data()));
  return true;
}

bool take_sign(std::string_view& text, char sign) {
  if (text.empty() || text.front() != sign) return false;
  text.remove_prefix(1);
  return true;
}

bool take_draws(std::string_view& text, ScheduleTerms::Draws& draws) {
  if (text.starts_with("/")) return true;
  do {
    std::pair<uint32_t, uint32_t> draw;
    uint32_t value = 0;
    const bool whole = take_number(text, draw.first) && take_sign(text, '.') && take_number(text, draw.second) &&
                       take_sign(text, '.') && take_number(text, value);
    if (!whole || value == 0 || !draws.emplace(draw, value).second) return false;
  } while (take_sign(text, '_'));
  return true;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

}  // namespace

std::string Schedule::text() const {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text = std::to_string(kVersion) + (arbitrary_time ? "a" : "");
  if (draws.has_value()) {
    text += "r";
    for (const auto& [draw, value] : *draws) {
      if (value == 0) continue;
      if (text.back() != 'r') text += "_";
      text += std::to_string(draw.first) + "." + std::to_string(draw.second) + "." + std::to_string(value);
    }
  }
  text += "/";
  for (int shift = 60; shift >= 0; shift -= 4) text += kDigits[(program >> shift) & 15];
  text += "/";
  for (size_t i = 0; i < choices.size();) {
    size_t end = i + 1;
    while (end < choices.size() && choices[end] == choices[i]) ++end;
    if (i > 0) text += ",";
    text += std::to_string(choices[i]);
    if (end - i > 1) text += ":" + std::to_string(end - i);
    i = end;
  }
  return text;
}

Result<Schedule, ScheduleError> parse_schedule(std::string_view text) {
  text = trimmed(text);
  Schedule schedule;
  uint32_t version = 0;
  const bool has_version = take_number(text, version);
  schedule.arbitrary_time = take_sign(text, 'a');
  if (has_version && take_sign(text, 'r') && !take_draws(text, schedule.draws.emplace())) {
    return failure("the random draws of the schedule are not of the form THREAD.DRAW.VALUE");
  }
  if (!has_version || !take_sign(text, '/')) {
    return failure("this is no schedule: it should begin with \"1/\"");
  }
  if (version != Schedule::kVersion) {
    return failure("the schedule has format " + std::to_string(version) +
                   ", and this program knows only format 1");
  }
  const size_t slash = text.find('/');
  if (slash != 16 || !take_number(text, schedule.program, 16) || !take_sign(text, '/')) {
    return failure("the schedule does not say which program it is for (16 hexadecimal digits)");
  }

  for (size_t entry = 1; !text.empty(); ++entry) {
    uint32_t id = 0;
    uint64_t times = 1;
    const bool whole = take_number(text, id) && (!take_sign(text, ':') || take_number(text, times));
    if (!whole || times == 0 || !(text.empty() || (take_sign(text, ',') && !text.empty()))) {
      return failure("entry " + std::to_string(entry) +
                     " of the schedule is not of the form THREAD or THREAD:TIMES");
    }
    if (times > kMaxChoices - schedule.choices.size()) {
      return failure("the schedule has more than " + std::to_string(kMaxChoices) + " choices");
    }
    schedule.choices.insert(schedule.choices.end(), times, id);
  }
  return schedule;
}

uint64_t hash_of_program(std::string_view source) {
  return XXH3_64bits(source.data(), source.size());
}

}  // namespace lockstep
