#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "detect/finding.h"
#include "detect/happens_before.h"
#include "detect/lock_order.h"
#include "detect/lost_wakeup.h"
#include "detect/race_detector.h"
#include "detect/run_facts.h"
#include "world/observer.h"

namespace lockstep {

// All detectors, folding the events of one run. What they know is in here, so a copy is what was known at that
// moment and can be taken on from there: a run that was put back puts its detectors back too.
//
// Used by whoever has permission to run. `facts` is to outlive it and its copies.
class Detectors {
 public:
  // Who was started how.
  struct Started {
    std::string name;
    bool daemon = false;
    int32_t line = 0;            // where the script itself started it; 0: library code did
    bool is_timer = false;
  };

  enum class MainEnd : uint8_t { well, by_exception };

  explicit Detectors(RunFacts& facts);

  void on_access(const Task& task, const DataAccess& access);
  // Of any other visible step than data accesses and the taking of locks.
  void on_look(const Task& task) { lost_wakeup_.looked(task.id); }
  void on_sync(const Task& task, const SyncEvent& event);
  void on_change(const Task& task, TaskChange change);
  void on_started(const Task& starter, const Started& started, uint32_t id);
  // A task of an executor or of asyncio that failed, or a coroutine, that nobody cared for.
  void on_neglect(Finding::Kind kind, const std::string& object, int32_t line, const std::string& message);
  void on_deadlock();
  void on_end(MainEnd end);
  // After a step. `others_go_on`: some thread can make another one.
  void settle(bool others_go_on);

  // Steps made so far, for what is found from now on.
  void set_step(uint64_t step) { step_ = step; }

  // In the order in which they were found.
  const std::vector<Finding>& findings() const { return findings_; }
  // Roughly what a copy takes.
  size_t bytes() const { return sizeof(*this) + races_.bytes() + findings_.size() * 500; }

 private:
  struct Worker {
    Started started;
    bool is_script = false;      // started by the script itself
    bool is_joined = false;
    bool has_ended = false;
    int32_t last_line = 0;
  };

  void add(Finding finding);
  void note_lock_order(const Task& task, const SyncEvent& event);
  void note_wait_without_loop(const Task& task, const SyncEvent& event);
  void note_over_release(const Task& task, const SyncEvent& event);
  void note_partial_deadlock();
  void note_lost_wakeups();
  void note_locks_held_at_end();
  void note_never_joined();
  std::string name_of_task(uint32_t id) const;
  std::string name_of_lock(uint32_t lock, uint32_t condition);
  Worker& worker(uint32_t id);

  RunFacts* facts_;
  HappensBefore order_{false};
  HappensBefore lasting_{true};
  RaceDetector races_;
  LockOrder locks_;
  LostWakeup lost_wakeup_;
  std::vector<Worker> workers_;                        // by id
  std::map<std::pair<uint32_t, int32_t>, std::string> lock_names_;   // of locks in hands that end
  std::unordered_map<uint32_t, int32_t> futures_;      // where they were made
  std::map<uint32_t, std::string> failed_;             // futures that nobody asked yet: who failed
  std::set<std::pair<int32_t, uint32_t>> told_;        // lines and kinds that are told once
  std::set<std::vector<uint32_t>> known_circles_;
  bool has_blocked_ = false;                           // since the last step
  bool is_overwhelmed_ = false;                        // more threads than it can keep in mind
  uint64_t step_ = 0;
  std::vector<Finding> findings_;
};

}  // namespace lockstep
