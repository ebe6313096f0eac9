#include "sync/latch.h"

#include "sync/acquire.h"

namespace lockstep {

Progress Latch::wait(World& world, Task& task, Time deadline, bool& opened) {
  return wait_until(world, task, waiters, WaitKind::thread_end, deadline, &owner, opened,
                    [&] { return is_open; });
}

void Latch::open(World& world) {
  is_open = true;
  wake_all(world, waiters);
}

}  // namespace lockstep
