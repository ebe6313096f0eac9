#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "session/session.h"

namespace lockstep {

class RandomDraws;

struct ExploreOptions {
  enum class Observe : uint8_t { standard_output, last_line, status, expression };
  enum class Algorithm : uint8_t {
    states,        // every state once
    brute,         // every schedule once: the reference, for small programs
  };
  Algorithm algorithm = Algorithm::states;
  Observe observe = Observe::standard_output;   // what makes two outcomes different
  std::string expression;                       // Observe::expression: evaluated in the main module at its end
  int max_preemptions = -1;                     // -1: any number
  double max_seconds = 60;
  uint64_t max_executions = 0;                  // 0: any number
  uint64_t max_memory_bytes = 0;
  bool print_in_pieces = false;
  bool arbitrary_time = false;                  // a sleep or timeout may take any time, not exactly its own
  bool try_draws = false;                       // a random draw may give any of its values, not what its generator says
  std::shared_ptr<RandomDraws> draws;           // what they give; null: what their generators say. explore() sets it
  std::vector<std::string> arguments;
  std::shared_ptr<HostInput> input;             // standard input; null: empty
  // The reductions of Algorithm::states; each leaves the outcomes as they are.
  bool use_symmetry = true;                     // threads that nothing tells apart are one and the same
  bool look_at_witnesses = true;                // for what detectors find in the runs of the outcomes
  bool use_memory = true;                       // a step known from another state is not executed again
};

// The one decision in which two runs differ that are alike until then.
struct Fork {
  uint64_t step = 0;                            // which step it is, counted from 1; 0: not known
  struct Way {
    std::string thread;                         // who goes
    std::string words;                          // what it does: "read counter"
    int line = 0;                               // in the script, 0 unknown
  };
  Way bad;
  Way good;
};

struct ExploredOutcome {
  OutcomeKind kind = OutcomeKind::none;
  std::string value;                            // what Observe names
  std::string standard_output;
  std::string error;                            // message of an exception or a deadlock; empty if finished well
  int preemptions = 0;
  std::string schedule;                         // a witness with the fewest preemptions
  // Of an outcome that is no good end, the schedule of a good one that is like it for the longest time,
  // and the first choice in which they differ (counted from 0). Empty: there is none.
  std::string nearest_good;
  size_t differs_at = 0;
  Fork fork;                                    // the same choice in words; not while the exploration goes on
};

struct Exploration {
  bool complete = false;                        // false: a bound or budget left schedules untried
  uint64_t executions = 0;
  uint64_t states = 0;
  uint64_t transitions = 0;
  uint64_t frontier = 0;                        // states that were found and not looked at yet
  double seconds = 0;
  std::vector<ExploredOutcome> outcomes;        // ordered by kind, then value
  bool fell_back = false;                       // the search over states failed by a mistake of ours: this is brute force's
  std::vector<Finding> findings;                // in the order of kinds, then lines
};

// Explores every schedule of a program. Blocks; call it from a thread of your own. `progress` is called now and
// then with what was found so far; returning false cancels, and what was found until then is kept.
// A program that does not compile gives one outcome of kind exception with its message.
Exploration explore(std::string_view source, std::string_view name, const ExploreOptions& options,
                    const std::function<bool(const Exploration&)>& progress = {});

}  // namespace lockstep
