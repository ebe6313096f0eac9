#pragma once

#include <cstdint>

#include "sync/errors.h"
#include "sync/wait_queue.h"

namespace lockstep {

// threading.Semaphore and, with `bounded`, threading.BoundedSemaphore. A permit that is free may be
// taken by anyone; release() wakes as many waiters as it gives permits, first come first.
struct Semaphore {
  WaitQueue waiters;
  int64_t value = 0;    // free permits, never negative
  int64_t initial = 0;  // what a bounded one must not exceed
  bool bounded = false;

  // Sets a fresh semaphore up.
  SyncError initialise(int64_t count, bool is_bounded);

  // `acquired` false: the deadline came first.
  Progress acquire(World& world, Task& task, Time deadline, bool& acquired);

  // When the answer is an error nothing has happened.
  SyncError release(World& world, int64_t count);
};

}  // namespace lockstep
