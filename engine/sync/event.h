#pragma once

#include "sync/wait_queue.h"

namespace lockstep {

// threading.Event. Who was waiting when set() was called is told so, even if clear() follows at
// once.
struct Event {
  WaitQueue waiters;
  bool is_set = false;

  void set(World& world);
  void clear() { is_set = false; }

  // `signalled` false: the deadline came first.
  Progress wait(World& world, Task& task, Time deadline, bool& signalled);
};

}  // namespace lockstep
