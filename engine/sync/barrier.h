#pragma once

#include <cstdint>

#include "sync/errors.h"
#include "sync/wait_queue.h"

namespace lockstep {

// threading.Barrier. The last of `parties` to arrive lets all of them through, after running the
// barrier's action when it has one. Between two rounds it drains: who comes again early waits until
// the last of the round before has left. It breaks when a waiter runs out of time, when its action
// fails, or by abort().
//
// The action is script code, so the machine runs it: wait() says run_action, and finish_action() is
// called when it is over. Meanwhile every other operation on the barrier waits, as it does in
// CPython, where the action runs under the barrier's own lock (an action that uses its barrier
// deadlocks).
struct Barrier {
  enum class State : uint8_t { filling, draining, resetting, broken };
  enum class Step : uint8_t { done, parked, run_action };

  WaitQueue waiters;     // for a change of state
  WaitQueue locked_out;  // for the action to be over
  TaskReference acting;  // who runs the action
  uint32_t parties = 0;
  uint32_t count = 0;  // inside, waiting or leaving
  State state = State::filling;
  bool has_action = false;

  void set_object(uint32_t object);

  uint32_t n_waiting() const { return state == State::filling ? count : 0; }
  bool is_broken() const { return state == State::broken; }

  // When done: the place of arrival in `index` (0 first), or barrier_broken in `error`. When
  // run_action: `index` is known, nothing of the call is left to do but finish_action().
  // `timeout` (kNever: none) counts from when the round has room for the task, as in CPython.
  Step wait(World& world, Task& task, Time timeout, uint32_t& index, SyncError& error);
  void finish_action(World& world, Task& task, bool succeeded);

  Progress reset(World& world, Task& task);
  Progress abort(World& world, Task& task);

 private:
  Step enter(World& world, Task& task, Time timeout, uint32_t& index, SyncError& error);
  bool may_proceed(World& world, Task& task);
  void change(World& world, State to);
  void leave(World& world);
};

}  // namespace lockstep
