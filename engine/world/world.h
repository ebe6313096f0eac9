#pragma once

#include <cstdint>

#include "world/operation.h"
#include "world/task.h"
#include "world/time.h"

namespace lockstep {

// The seam between what programs do and who decides when: the only source of time, randomness,
// identity and order. A primitive or the machine never blocks the C++ stack; it asks its world, and
// returns. Which world it is, nobody above this line knows.
//
// Every call is made with permission to run: in the free world by the thread that holds the GIL, in
// the controlled world by the driving thread. No call blocks.
class World {
 public:
  virtual ~World() = default;

  // The calling task stands before a visible operation. Returns true when it may go on at once;
  // false when the machine has to return Pause::operation first: the next resume() then executes the
  // operation without announcing it again. The free world always says true (and the machine that
  // runs in it never asks).
  virtual bool announce(Task& task, const Operation& operation) = 0;

  // Marks the calling task blocked until unpark() or `deadline`. The machine returns Pause::parked.
  // When the task runs again, task.wake_reason tells which it was. What it waits for is in the task
  // (waiting_for, waiting_object, waiting_for_owner), set by the caller before.
  virtual void park(Task& task, Time deadline) = 0;

  // Makes a blocked task ready, with WakeReason::notified. Requires task.state == blocked.
  virtual void unpark(Task& task) = 0;

  // Makes a created task ready: its Runner will be resumed for it. Gives it its id. False, and
  // nothing has happened, when there can be no further thread (CPython: RuntimeError "can't start
  // new thread"). The free world asks the caller to let another thread go first, at its next safe
  // point.
  virtual bool spawn(Task& task) = 0;

  virtual Time now() = 0;

  // How long a thread may run while others wait, if this world has such a thing: the free one's GIL.
  // `interval` > 0; without effect elsewhere.
  virtual void set_switch_interval(Time interval) { (void)interval; }
  virtual Time switch_interval() const { return 5'000'000; }

  // Seconds since the epoch at this world's time 0; a constant in the controlled world.
  virtual double epoch() = 0;

  // 64 random bits for what a script may see as random without having seeded it.
  virtual uint64_t random() = 0;
};

// Why a task stopped running for now.
enum class Pause : uint8_t {
  operation,      // stands before Task::pending, which was announced and refused
  parked,         // world.park() was called for it
  interrupted,    // the interrupt flags ask for something (see Interrupts)
  finished,       // the task has ended
};

// What a world drives: the machine, seen from below.
class Runner {
 public:
  virtual ~Runner() = default;

  // Runs `task` until it has to stop. Called with permission to run.
  virtual Pause resume(Task& task) = 0;

  // Whether the operation that a ready task stands before, or in the middle of, could be completed
  // now: taking a lock that somebody holds could not. If not, notes what it waits for in
  // task.waiting_for and its neighbours. True is always a right answer: then resuming parks it.
  virtual bool can_go_on(Task& /*task*/) { return true; }
};

}  // namespace lockstep
