#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "detect/vector_clock.h"
#include "world/sync_event.h"

namespace lockstep {

// A moment in a thread's own time. Time 0: none.
struct Epoch {
  uint32_t task = 0;
  uint32_t time = 0;
};

// What was known to a thread at some moment: its own time, and what it knew of the others.
struct Knowledge {
  Epoch epoch;
  std::shared_ptr<const VectorClock> others;
};

// Which moments of a run lie before which, whatever the clock says: a thread's own in their order, and what one
// releases into a primitive before what another one does who acquires from it afterwards (Lamport,
// "Time, clocks, and the ordering of events in a distributed system", 1978; vector clocks after
// Fidge and Mattern). A fold over sync events; a copy of it goes on by itself.
class HappensBefore {
 public:
  // `lasting_only`: what would be in the same order under any schedule; locks order nothing then.
  explicit HappensBefore(bool lasting_only) : lasting_only_(lasting_only) {}

  void apply(uint32_t task, const SyncEvent& event);
  // The first moment of a thread that nobody has started: main.
  void begin(uint32_t task) { thread(task); }

  // Whether a moment lies before what the thread does now. None does.
  bool is_before(Epoch epoch, uint32_t task) {
    return epoch.task == task || epoch.time <= thread(task).known.of(epoch.task);
  }
  static bool is_before(Epoch epoch, const Knowledge& later) {
    return epoch.task == later.epoch.task ? epoch.time <= later.epoch.time
                                          : epoch.time <= later.others->of(epoch.task);
  }

  Epoch now(uint32_t task) { return {task, thread(task).time}; }
  // What the thread knows now; what it does from now on is no part of it.
  Knowledge tell(uint32_t task);
  // The thread learns it.
  void learn(uint32_t task, const Knowledge& what);

  // Whether `task` has learnt anything of what `other` did.
  bool has_heard_of(uint32_t task, uint32_t other) { return thread(task).known.of(other) != 0; }

 private:
  struct Thread {
    uint32_t time = 1;
    VectorClock known;                           // of the others
    std::shared_ptr<const VectorClock> told;     // a copy of `known`, or null when it has changed since
  };

  Thread& thread(uint32_t task) {
    if (task >= threads_.size()) threads_.resize(task + 1);
    return threads_[task];
  }
  void release(uint32_t task, VectorClock& into);
  void acquire(uint32_t task, const VectorClock& from);

  bool lasting_only_;
  std::vector<Thread> threads_;
  std::unordered_map<uint64_t, VectorClock> released_;   // by channel and object
};

}  // namespace lockstep
