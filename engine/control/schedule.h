#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace lockstep {

// The choices that make a controlled run what it is: for every point at which more than one task
// was enabled, the id of the task that made the next step. Points with a single enabled task are no
// choice and are not in it. Together with the program (and the options of the run) it gives the run
// again.
//
// As text, made to be pasted into a command line:
//
//   1/8c3f09b2d1e07a55/0:3,1,2:12
//   |  |                \  choices: id, or id:times when a task was chosen several times in a row
//   |   \  which program: the hash of it, 16 hexadecimal digits
//    \  version of this format
//
// A run without choices ends in the second slash. The version is followed by an `a` where time was
// arbitrary (see ControlledWorld::Options).
struct Schedule {
  static constexpr uint32_t kVersion = 1;

  uint64_t program = 0;
  std::vector<uint32_t> choices;
  bool arbitrary_time = false;

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
