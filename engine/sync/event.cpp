#include "sync/event.h"

namespace lockstep {

void Event::set(World& world) {
  is_set = true;
  wake_all(world, waiters);
}

Progress Event::wait(World& world, Task& task, Time deadline, bool& signalled) {
  if (task.wait.phase == 0) {
    signalled = is_set;
    if (signalled || (deadline != kNever && world.now() >= deadline)) return Progress::done;
    task.wait.phase = 1;
    park_in(world, task, waiters, WaitKind::event, deadline);
    return Progress::parked;
  }
  signalled = task.waiter.queue == nullptr;
  leave_queue(task);
  task.wait = WaitState{};
  return Progress::done;
}

}  // namespace lockstep
