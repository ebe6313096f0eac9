#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "session/session.h"

namespace lockstep {

struct ExploreOptions {
  enum class Observe : uint8_t { standard_output, last_line, status, expression };
  Observe observe = Observe::standard_output;   // what makes two outcomes different
  std::string expression;                       // Observe::expression: evaluated in the main module at its end
  int max_preemptions = -1;                     // -1: any number
  double max_seconds = 60;
  uint64_t max_executions = 0;                  // 0: any number
  uint64_t max_memory_bytes = 0;
  bool print_in_pieces = false;
  std::vector<std::string> arguments;
  std::shared_ptr<HostInput> input;             // standard input; null: empty
};

struct ExploredOutcome {
  OutcomeKind kind = OutcomeKind::none;
  std::string value;                            // what Observe names
  std::string standard_output;
  std::string error;                            // message of an exception or a deadlock; empty if finished well
  int preemptions = 0;
  std::string schedule;                         // a witness with the fewest preemptions
};

struct Exploration {
  bool complete = false;                        // false: a bound or budget left schedules untried
  uint64_t executions = 0;
  uint64_t states = 0;
  uint64_t transitions = 0;
  double seconds = 0;
  std::vector<ExploredOutcome> outcomes;        // ordered by kind, then value
};

// Explores every schedule of a program. Blocks; call it from a thread of your own. `progress` is called now and
// then with what was found so far; returning false cancels, and what was found until then is kept.
// A program that does not compile gives one outcome of kind exception with its message.
Exploration explore(std::string_view source, std::string_view name, const ExploreOptions& options,
                    const std::function<bool(const Exploration&)>& progress = {});

}  // namespace lockstep
