#pragma once

#include "sync/errors.h"
#include "sync/wait_queue.h"

namespace lockstep {

// threading.RLock: its owner may take it again, and has to release it as often. Barging as with
// Lock.
struct RLock {
  static constexpr WaitKind kWaitKind = WaitKind::rlock;

  WaitQueue waiters;
  TaskReference holder;
  uint32_t depth = 0;  // how often the holder has taken it; 0: free

  // `acquired` false: the deadline came first.
  Progress acquire(World& world, Task& task, Time deadline, bool& acquired);
  SyncError release(World& world, Task& task);

  // For Condition: gives the lock up whatever its depth, and takes it back at that depth if it is
  // free.
  bool is_owned(const Task& task) const { return holder.is(task); }
  void release_fully(World& world, Task& task, uint32_t& saved_depth);
  bool try_restore(Task& task, uint32_t saved_depth);
};

}  // namespace lockstep
