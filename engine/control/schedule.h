#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace lockstep {

// What a controlled run depends on besides the choices of threads.
struct ScheduleTerms {
  // By a thread's id and the number of its draw, from 0: which of its values it gave, from 0.
  using Draws = std::map<std::pair<uint32_t, uint32_t>, uint32_t>;

  uint64_t program = 0;
  bool arbitrary_time = false;
  std::optional<Draws> draws;   // nothing: as the script's own generators say

  friend bool operator==(const ScheduleTerms&, const ScheduleTerms&) = default;
};

// The choices that make a controlled run what it is: for every point at which more than one task
// was enabled, the id of the task that made the next step. Points with a single enabled task are no
// choice and are not in it. Together with its terms (and the options of the run) it gives the run again.
//
// As text, made to be pasted into a command line:
//
//   1/8c3f09b2d1e07a55/0:3,1,2:12
//   |  |                \  choices: id, or id:times when a task was chosen several times in a row
//   |   \  which program: the hash of it, 16 hexadecimal digits
//    \  version of this format
//
// A run without choices ends in the second slash. The version is followed by an `a` where time was
// arbitrary (see ControlledWorld::Options), and by an `r` where random draws were chosen, with those that
// did not give their first value: `r1.0.5_2.3.1`, thread 1's first draw gave its value number 5, and
// thread 2's fourth one its value number 1.
struct Schedule : ScheduleTerms {
  static constexpr uint32_t kVersion = 1;

  Schedule() = default;
  explicit Schedule(ScheduleTerms terms, std::vector<uint32_t> some = {})
      : ScheduleTerms(std::move(terms)), choices(std::move(some)) {}

  std::vector<uint32_t> choices;

  std::string text() const;

  friend bool operator==(const Schedule&, const Schedule&) = default;
};

struct ScheduleError {
  std::string message;  // for people, without a full stop
};

// White space around the text does not matter. At most `kMaxChoices` choices: a short text could
// ask for more memory than there is.
inline constexpr size_t kMaxChoices = 1 << 26;
Result<Schedule, ScheduleError> parse_schedule(std::string_view text);

// What a program's schedules carry: the same for the same source text, on every build.
uint64_t hash_of_program(std::string_view source);

}  // namespace lockstep
