#pragma once

#include "sync/wait_queue.h"

namespace lockstep {

// Parks until `deadline`, and once even when that has passed: sleep(0) lets others run.
inline Progress sleep_until(World& world, Task& task, Time deadline) {
  if (task.wait.phase == 0) {
    task.wait.phase = 1;
    task.waiting_for = WaitKind::sleep;
    world.park(task, deadline);
    return Progress::parked;
  }
  task.wait = WaitState{};
  return Progress::done;
}

}  // namespace lockstep
