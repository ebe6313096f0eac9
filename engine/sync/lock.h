#pragma once

#include "sync/errors.h"
#include "sync/wait_queue.h"

namespace lockstep {

// threading.Lock. Not reentrant, released by anybody. A freed lock may be taken by anyone
// (barging): release() wakes the one who has waited longest, who then tries again, and may find it
// taken.
struct Lock {
  static constexpr WaitKind kWaitKind = WaitKind::lock;

  WaitQueue waiters;
  TaskReference holder;  // who took it, for reports: the lock itself does not care
  bool locked = false;

  // `acquired` false: the deadline came first.
  Progress acquire(World& world, Task& task, Time deadline, bool& acquired);
  SyncError release(World& world, Task& task);

  // For Condition. A Lock does not know its owner: held by anybody counts as owned.
  bool is_owned(const Task&) const { return locked; }
  void release_fully(World& world, Task& task, uint32_t& depth);
  bool try_restore(Task& task, uint32_t depth);
};

}  // namespace lockstep
