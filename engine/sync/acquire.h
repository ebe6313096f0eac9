#pragma once

#include "sync/wait_queue.h"

namespace lockstep {

// The waiting that all blocking operations share: until `attempt()` succeeds or the deadline is
// over. Whoever is woken tries again, since somebody else may have been faster; whoever runs out of
// time tries once more as well. `succeeded` is valid when done. Uses all of task.wait.
template <class Attempt>
Progress wait_until(World& world, Task& task, WaitQueue& queue, WaitKind kind, Time deadline,
                    const TaskReference* owner, bool& succeeded, Attempt attempt) {
  WaitState& state = task.wait;
  if (state.phase == 0) {
    state.phase = 1;
    state.deadline = deadline;
  } else {
    leave_queue(task);
  }
  succeeded = attempt();
  if (!succeeded && (state.deadline == kNever || world.now() < state.deadline)) {
    park_in(world, task, queue, kind, state.deadline, owner);
    return Progress::parked;
  }
  state = WaitState{};
  return Progress::done;
}

}  // namespace lockstep
