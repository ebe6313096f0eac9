#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "control/explorer.h"
#include "control/state_space.h"

namespace lockstep {

// Visits every state that a program can reach, once, and tells every way it can end.
//
// One thread uses it; the model is to outlive it.
class StateSearch {
 public:
  struct Options {
    ScheduleTerms terms;                    // of the schedules
    double max_seconds = 1e9;
    uint64_t max_executions = UINT64_MAX;   // ends that are looked at
    uint64_t max_states = UINT32_MAX - 1;
    uint64_t max_bytes = uint64_t{4} << 30; // of what is remembered
    int64_t max_preemptions = -1;           // schedules with more are left out; -1: any number
    bool remembers_moves = true;
  };

  struct Progress {
    uint64_t states = 0;
    uint64_t transitions = 0;     // steps from one state to another, made or remembered
    uint64_t executed = 0;        // visible operations that the machine executed
    uint64_t executions = 0;      // ends that were looked at
    uint64_t frontier = 0;
    uint64_t outcomes = 0;
    double seconds = 0;
  };

  // Two threads stand before accesses to the same data, one of which writes.
  struct Race {
    struct Place {
      int32_t line = 0;
      std::string thread;
    };
    std::string object;
    Place first, second;          // ordered by line
    Schedule schedule;            // leads there; the next two steps are the accesses
    bool is_plain = true;         // data, and nothing else
    uint32_t state = 0;           // where they do
    std::pair<uint32_t, uint32_t> places;
  };

  using Found = Explorer::Found;

  StateSearch(StateModel& model, Options options);
  ~StateSearch();
  StateSearch(const StateSearch&) = delete;
  StateSearch& operator=(const StateSearch&) = delete;

  // Searches until all is found, a budget ends, or `go_on`, which is asked every few milliseconds, says
  // no.
  void run(const std::function<bool(const Progress&)>& go_on);

  // True when no bound, budget or limit left anything out.
  bool complete() const { return complete_; }
  Progress progress() const;
  // In the order of kind, then value, with witnesses of the fewest preemptions if there was time to
  // look for these.
  std::vector<Found> found() const;
  const std::vector<Race>& races() const { return races_; }

  // Whether threads can come to run for ever without a way to any end. That is among the outcomes, as a
  // limit; its schedule leads to where it begins.
  bool has_livelock() const { return has_livelock_; }

 private:
  static double now_in_seconds();

  static constexpr uint32_t kNone = UINT32_MAX;
  static constexpr uint8_t kNobody = 255;   // as the place of a step: the clock went on
  static constexpr uint8_t kBorn = 128;

  struct Step {
    uint32_t from = kNone;
    uint8_t place = 0;
  };
  // A copy of the run in some state.
  struct Copy {
    uint32_t state = kNone;
    Replica::Token token = 0;
    StateSpace::Placed placed;
  };
  using Ending = std::pair<EndKind, std::string>;

  // A state with the thread that would go on if nobody chose, by its place; 255: none.
  struct Node {
    uint32_t state = 0;
    uint8_t current = kNobody;
    uint8_t place = 0;            // of the step that led here
    uint32_t from = kNone;        // its node
    uint32_t preemptions = 0;
  };
  // Where a step leads to.
  struct Target {
    uint32_t state = kNone;       // kNone: the thread cannot go on
    uint8_t own = kNobody;        // the thread's place there; kNobody: it has ended, or cannot go on
    uint8_t by = kNobody;         // whose step it was, by its place; kNobody: the clock's
    bool was_cut = false;         // the step came to no end
  };

  // A step that is known, and a state it leads to that may be known or not.
  struct Successor {
    StateSpace::Digest digest;
    uint32_t from = kNone, shared = 0, own = 0;
    uint8_t place = 0;
  };

  bool keep_going();
  void begin();
  void explore();
  void expand(uint32_t state);
  void settle(const Successor& successor);
  void foresee(uint32_t state);
  void explore_by_preemptions(int64_t bound);
  Target follow(uint32_t state, uint32_t place);
  Target execute(uint32_t state, uint32_t place);
  Target time_passes(uint32_t state);
  StateSpace::Move& move_of(uint32_t shared, uint32_t part);
  uint32_t reach(const StateSpace::Placed& placed, uint32_t from, uint8_t place);
  void note_new(uint32_t state, uint32_t from, uint8_t place, uint32_t own_place);
  void note_origins(uint32_t state, uint32_t place, uint32_t next_task, const StateSpace::Placed& after);
  void note_changes(const StateSpace::Placed& before, StateSpace::Entry mover,
                    const StateSpace::Placed& after);
  bool go_to(uint32_t state);
  void make_along(const Step& step, uint32_t to, StateSpace::Placed& placed);
  void keep_copy(uint32_t state);
  void end(uint32_t state);
  void note_cut();
  bool is_waiting(uint32_t state, uint32_t place) const;
  uint32_t place_of_waiting_main(uint32_t state) const;
  bool has_awaited(uint32_t state) const;
  bool is_known_to_be_stuck(uint32_t state, uint32_t place);
  void look_for_races(uint32_t state, uint32_t place);
  void name_races();
  void note_race(uint32_t state, uint32_t first, uint32_t second);
  void set_witness(const Ending& ending, const std::vector<Step>& path);
  void look_back();
  std::vector<std::pair<uint8_t, uint32_t>> steps_from(uint32_t state);
  std::vector<uint32_t> steps_to_ends(const std::function<bool(const Ending&)>& is_meant) const;
  void find_livelock();
  void find_nearest_good();
  std::vector<Step> path_to(uint32_t state) const;
  std::vector<Step> path_to_node(uint32_t node) const;
  // A step of a path: who made it, and whose steps of the machine it was.
  struct Leap {
    uint32_t mover = 0;
    bool is_alone = false;        // nobody else lives
    std::vector<uint32_t> steps;
  };
  std::vector<Leap> leaps_of(const std::vector<Step>& path);
  Found run_along(const std::vector<Step>& path, bool to_the_end);

  StateModel& model_;
  const Options options_;
  StateSpace space_;
  ChunkedVector<Step> came_from_;           // of each state, the step that found it
  std::vector<uint32_t> open_;              // found, not expanded yet
  std::unordered_map<uint64_t, Target> only_here_;     // by state and place
  // By state and place of a step that the machine executed: for each place afterwards, the one before, or
  // kBorn and more for threads it started.
  std::unordered_map<uint64_t, std::vector<uint8_t>> origins_;
  std::unordered_map<uint32_t, Ending> endings_;       // by state
  std::map<Ending, Found> found_;
  std::unordered_set<uint64_t> looked_at_;             // which accesses were seen together
  std::array<uint64_t, 1024> recent_pairs_{};          // some of these
  std::map<Ending, std::vector<Step>> witness_paths_;
  std::vector<Race> races_;
  ChunkedVector<Node> nodes_;
  // Which states each one is reached from: back_ from begin_back_[state] on.
  std::vector<uint32_t> begin_back_, back_;
  std::vector<Successor> ahead_;
  bool clock_goes_on_ = false;

  uint32_t here_ = kNone;                   // the state the model stands in
  StateSpace::Placed here_placed_;
  StateReading reading_, after_;
  StateSpace::Placed from_, to_;
  std::vector<Copy> copies_;                // a ring
  size_t next_copy_ = 0;
  std::unordered_map<uint32_t, size_t> copy_of_;       // by state
  uint8_t first_current_ = kNobody;
  std::vector<uint32_t> first_steps_;       // whose begin() made

  bool complete_ = false;
  bool left_out_ = false;
  bool stopped_ = false;
  Progress progress_;
  bool has_livelock_ = false;
  bool is_stuck_ = false;                   // an asked for step met a state where nobody can go on
  std::function<bool(const Progress&)> go_on_;
  double started_ = 0, last_told_ = 0;
  uint64_t last_asked_ = 0;                 // for the time, after so much work
};

}  // namespace lockstep
