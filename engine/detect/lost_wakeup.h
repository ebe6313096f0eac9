#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>

#include "world/sync_event.h"
#include "world/task.h"

namespace lockstep {

// Remembers who was told something at a moment when nobody listened.
//
// A notify that nobody hears is no fault as such: a consumer that comes later looks into the buffer first and never
// waits. It is lost on whoever begins to wait afterwards without having looked at anything since it took the
// lock. An event that is set and cleared again before anybody has seen it is lost on all who wait for it later.
class LostWakeup {
 public:
  struct Loss {
    bool is_event = false;
    uint32_t object = 0;
    uint32_t teller = 0;         // who notified, or set the event
    int32_t told_at = 0;
    uint32_t clearer = 0;        // of an event
    int32_t cleared_at = 0;
  };

  void apply(uint32_t task, const SyncEvent& event, bool is_seen, bool waits_bare);
  // A visible step that looks at something, or may.
  void looked(uint32_t task) { looked_[task] = true; }

  // What was lost on a task that waits for ever.
  std::optional<Loss> lost_on(const Task& task) const;

 private:
  struct Unheard {
    uint32_t task = 0;
    int32_t line = 0;
    uint64_t when = 0;
  };
  struct Signal {
    std::optional<Unheard> set;  // and nobody has seen it
    std::optional<Loss> loss;
    uint64_t lost_when = 0;
  };
  struct Wait {
    uint32_t object = 0;
    uint64_t when = 0;
    bool has_looked = false;
  };

  uint64_t clock_ = 0;           // counts events
  std::unordered_map<uint32_t, Unheard> unheard_;      // by condition: the last one
  std::unordered_map<uint32_t, Signal> signals_;       // by event
  std::unordered_map<uint32_t, Wait> waits_;           // by task
  std::unordered_map<uint32_t, bool> looked_;          // by task: since it took its last lock
};

}  // namespace lockstep
