#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "control/schedule.h"
#include "world/time.h"

namespace lockstep {

enum class EndKind : uint8_t { finished, exception, deadlock, limit };

// How one execution ended. Two executions have the same outcome when kind and value are the same;
// the rest is what a witness of it showed.
struct ExecutionOutcome {
  EndKind kind = EndKind::finished;
  std::string value;
  std::string output;
  std::string error;
};

// A controlled run that can be copied and put back: what the explorer searches.
class Replica {
 public:
  using Token = uint64_t;
  enum class Step : uint8_t {
    made,
    limit,  // it was cut short: the execution is over
  };

  virtual ~Replica() = default;

  // Copies the run as it stands; the copy lasts until it is discarded.
  virtual Token save() = 0;
  // Puts the run back to where it was then, and keeps the copy.
  virtual void restore(Token token) = 0;
  virtual void discard(Token token) = 0;

  // The ids of the tasks that can make a step, ascending; none when the execution is over.
  virtual std::vector<uint32_t> enabled() = 0;

  // Who would go on if nobody chose: who made the last step, unless it parked or ended.
  virtual std::optional<uint32_t> current() = 0;

  virtual Step step(uint32_t task) = 0;

  // Requires that the execution is over, by an end, a deadlock or a limit.
  virtual ExecutionOutcome outcome() = 0;
};

// The reference search: every schedule, one after the other, depth first, with nothing left out and
// nothing merged. Slow and obvious; the faster searches are compared with it.
//
// Not thread-safe, but for cancel() and progress(), which any thread may call.
class Explorer {
 public:
  struct Options {
    ScheduleTerms terms;       // of the schedules
    double max_seconds = 1e9;  // of searching
    uint64_t max_executions = UINT64_MAX;
    uint64_t max_steps = 1'000'000;         // of one execution; beyond, its outcome is `limit`
    uint64_t max_preemptions = UINT64_MAX;  // schedules with more are left out
  };

  // An outcome with a schedule that leads to it, of the fewest preemptions that were found; of
  // these, the one found first.
  struct Found {
    ExecutionOutcome outcome;
    Schedule schedule;
    uint64_t preemptions = 0;
    uint64_t executions = 0;  // that ended so
    // Of a bad end: a schedule to a good one that is the same for as long as possible, if one was looked for.
    std::optional<Schedule> nearest_good;
  };

  struct Progress {
    uint64_t executions = 0;   // that came to an end
    uint64_t states = 0;       // that were reached, again and again if need be
    uint64_t transitions = 0;  // steps that were made
    uint64_t outcomes = 0;     // different ones
  };

  // Searches from where the replica stands now; it is to outlive the explorer.
  Explorer(Replica& replica, Options options);
  ~Explorer();
  Explorer(const Explorer&) = delete;
  Explorer& operator=(const Explorer&) = delete;

  // Goes on searching for about `slice` nanoseconds. True when the search is over.
  bool advance(Time slice = kNever);

  // Makes the search end soon, incomplete.
  void cancel() { cancelled_.store(true, std::memory_order_relaxed); }

  // True when the search is over and every schedule was tried: no bound, budget or limit left any
  // out.
  bool complete() const { return over_ && !left_out_; }

  Progress progress() const;
  double seconds() const { return seconds_; }

  // In the order of kind, then value.
  std::vector<Found> found() const;

 private:
  // A point where several tasks could make the next step.
  struct Node {
    Replica::Token token = 0;
    std::vector<uint32_t> untried;    // from the last one on
    std::optional<uint32_t> current;  // who would go on
    uint64_t preemptions = 0;         // of the schedule that leads here
    uint64_t steps = 0;
  };

  void visit();
  void try_next();
  void make_step(uint32_t task);
  void note_outcome();

  Replica& replica_;
  const Options options_;

  std::vector<Node> path_;
  std::vector<uint32_t> choices_;  // one for each node of the path that a step was made from
  uint64_t preemptions_ = 0;
  uint64_t steps_ = 0;
  bool cut_ = false;  // the execution ran into a limit
  bool over_ = false;
  bool left_out_ = false;
  double seconds_ = 0;
  std::map<std::pair<EndKind, std::string>, Found> found_;

  std::atomic<bool> cancelled_{false};
  std::atomic<uint64_t> executions_{0};
  std::atomic<uint64_t> transitions_{0};
  std::atomic<uint64_t> outcomes_{0};
};

}  // namespace lockstep
