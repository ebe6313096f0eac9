#pragma once

#include "sync/errors.h"
#include "sync/lock.h"
#include "sync/rlock.h"
#include "sync/wait_queue.h"

namespace lockstep {

// threading.Condition, without its lock: the lock is a Lock or an RLock that every call is given
// (always the same one). Notifying wakes in the order of waiting. A waiter gives the lock up
// whatever its depth, and has it back at that depth when wait() is done, also after a timeout.
struct Condition {
  WaitQueue waiters;

  // `notified` false: the deadline came first. A deadline that has passed still lets the lock go
  // for a moment. Not done while the lock cannot be had back, whatever the deadline. When `error`
  // is not none, nothing else has happened.
  template <class AnyLock>
  Progress wait(World& world, Task& task, AnyLock& lock, Time deadline, bool& notified,
                SyncError& error) {
    WaitState& state = task.wait;
    error = SyncError::none;
    switch (state.phase) {
      case kCalled:
        if (!lock.is_owned(task)) {
          error = SyncError::wait_unacquired;
          return Progress::done;
        }
        lock.release_fully(world, task, state.number);
        if (deadline == kNever || world.now() < deadline) {
          state.phase = kWaiting;
          park_in(world, task, waiters, WaitKind::condition, deadline);
          return Progress::parked;
        }
        break;
      case kWaiting:
        state.flag = task.waiter.queue == nullptr;
        leave_queue(task);
        break;
      default:
        leave_queue(task);
        break;
    }
    if (!lock.try_restore(task, state.number)) {
      state.phase = kReacquiring;
      park_in(world, task, lock.waiters, AnyLock::kWaitKind, kNever, &lock.holder);
      return Progress::parked;
    }
    notified = state.flag != 0;
    state = WaitState{};
    return Progress::done;
  }

  // Wakes up to `count` waiters.
  template <class AnyLock>
  SyncError notify(World& world, Task& task, const AnyLock& lock, uint32_t count) {
    if (!lock.is_owned(task)) return SyncError::notify_unacquired;
    wake_first(world, waiters, count);
    return SyncError::none;
  }

  template <class AnyLock>
  SyncError notify_all(World& world, Task& task, const AnyLock& lock) {
    return notify(world, task, lock, waiters.size);
  }

 private:
  enum Phase : uint8_t { kCalled, kWaiting, kReacquiring };
};

}  // namespace lockstep
