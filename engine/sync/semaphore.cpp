#include "sync/semaphore.h"

#include <algorithm>

#include "sync/acquire.h"

namespace lockstep {

SyncError Semaphore::initialise(int64_t count, bool is_bounded) {
  if (count < 0) return SyncError::semaphore_initial_value;
  value = count;
  initial = count;
  bounded = is_bounded;
  return SyncError::none;
}

Progress Semaphore::acquire(World& world, Task& task, Time deadline, bool& acquired) {
  return wait_until(world, task, waiters, WaitKind::semaphore, deadline, nullptr, acquired, [&] {
    if (value == 0) return false;
    --value;
    return true;
  });
}

SyncError Semaphore::release(World& world, int64_t count) {
  if (count < 1) return SyncError::semaphore_release_count;
  if (bounded && count > initial - value) return SyncError::semaphore_released_too_often;
  value += count;
  wake_first(world, waiters, static_cast<uint32_t>(std::min<int64_t>(count, waiters.size)));
  return SyncError::none;
}

}  // namespace lockstep
