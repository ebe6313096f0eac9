#pragma once

#include "world/operation.h"
#include "world/task.h"
#include "world/time.h"

namespace lockstep {

enum class TaskChange : uint8_t {
  spawned,    // became ready for the first time
  running,    // has got permission to run
  preempted,  // handed the GIL to another because it was asked to
  blocked,    // parked, or ready before a closed gate; task.waiting_for and its neighbours say for what
  woken,      // ready again; task.wake_reason says why, what it waited for is still there
  finished,   // has ended, or was stopped
};

// How a run ended.
enum class RunEnd : uint8_t {
  finished,  // main and every thread that is not a daemon have ended
  stopped,   // it was asked to stop, or something of ours failed
};

// Told what happens to tasks, in the order it happens. Every call is made with permission to run,
// so an observer may read the tasks and needs no locks of its own; it must be quick, must not call
// the world, and must not throw. Times are the world's. In the free world the time of a wake-up by
// timeout is when it fell due, which may lie before the event that was reported last.
class Observer {
 public:
  virtual ~Observer() = default;

  virtual void on_change(const Task& /*task*/, TaskChange /*change*/, Time /*when*/) {}

  // Another thread has waited a switch interval for the GIL that `holder` has; asked at `when`.
  virtual void on_switch_request(const Task& /*holder*/, Time /*when*/) {}

  // `task` is about to execute the operation it stood before. Controlled world only.
  virtual void on_operation(const Task& /*task*/, const Operation& /*operation*/, Time /*when*/) {}

  // Every live task is parked without a deadline: none of them can ever go on.
  virtual void on_deadlock(Time /*when*/) {}

  // The last task has ended.
  virtual void on_end(RunEnd /*end*/, Time /*when*/) {}
};

}  // namespace lockstep
