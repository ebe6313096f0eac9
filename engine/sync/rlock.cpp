#include "sync/rlock.h"

#include "sync/acquire.h"

namespace lockstep {

Progress RLock::acquire(World& world, Task& task, Time deadline, bool& acquired) {
  return wait_until(world, task, waiters, kWaitKind, deadline, &holder, acquired, [&] {
    if (!is_owned(task)) return try_restore(task, 1);
    ++depth;
    return true;
  });
}

SyncError RLock::release(World& world, Task& task) {
  if (!is_owned(task)) return SyncError::release_unacquired_rlock;
  if (depth > 1) {
    --depth;
    return SyncError::none;
  }
  uint32_t saved_depth = 0;
  release_fully(world, task, saved_depth);
  return SyncError::none;
}

void RLock::release_fully(World& world, Task&, uint32_t& saved_depth) {
  saved_depth = depth;
  depth = 0;
  holder = {};
  wake_first(world, waiters);
}

bool RLock::try_restore(Task& task, uint32_t saved_depth) {
  if (depth > 0) return false;
  depth = saved_depth;
  holder = TaskReference::to(task);
  return true;
}

}  // namespace lockstep
