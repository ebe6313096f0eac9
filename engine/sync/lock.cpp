#include "sync/lock.h"

#include "sync/acquire.h"

namespace lockstep {

Progress Lock::acquire(World& world, Task& task, Time deadline, bool& acquired) {
  return wait_until(world, task, waiters, kWaitKind, deadline, &holder, acquired,
                    [&] { return try_restore(task, 1); });
}

SyncError Lock::release(World& world, Task& task) {
  if (!locked) return SyncError::release_unlocked_lock;
  uint32_t depth = 0;
  release_fully(world, task, depth);
  return SyncError::none;
}

void Lock::release_fully(World& world, Task&, uint32_t& depth) {
  depth = 1;
  locked = false;
  holder = {};
  wake_first(world, waiters);
}

bool Lock::try_restore(Task& task, uint32_t) {
  if (locked) return false;
  locked = true;
  holder = TaskReference::to(task);
  return true;
}

}  // namespace lockstep
