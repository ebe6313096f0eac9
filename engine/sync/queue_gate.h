#pragma once

#include <cstdint>

#include "sync/errors.h"
#include "sync/wait_queue.h"

namespace lockstep {

// What makes queue.Queue and its kin wait: counts and waiters. The items live with whoever owns the
// gate, which puts or takes one in the same step in which it was admitted. An item or a space may
// be had by anyone; adding one wakes the getter who has waited longest, and the other way round.
struct QueueGate {
  WaitQueue getters;
  WaitQueue putters;
  WaitQueue joiners;
  int64_t maximum = 0;  // 0 or less: no bound
  int64_t size = 0;
  int64_t unfinished = 0;  // put, and no task_done() yet
  bool is_given_up = false;  // its owner makes threads wait by other means now

  void set_object(uint32_t object);

  bool is_full() const { return maximum > 0 && size >= maximum; }

  // `admitted` false: the deadline came first (queue.Full, queue.Empty). Admitted, it is counted.
  Progress put(World& world, Task& task, Time deadline, bool& admitted);
  Progress get(World& world, Task& task, Time deadline, bool& admitted);

  SyncError task_done(World& world);

  // Until every item that was put has had its task_done().
  Progress join(World& world, Task& task);
};

}  // namespace lockstep
