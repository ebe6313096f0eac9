#pragma once

#include "sync/wait_queue.h"

namespace lockstep {

// A gate that opens once and for all: the end of a thread, which join() waits for.
struct Latch {
  WaitQueue waiters;
  TaskReference owner;  // who will open it, for reports; its maker sets it when that task is known
  bool is_open = false;

  // `opened` false: the deadline came first.
  Progress wait(World& world, Task& task, Time deadline, bool& opened);
  void open(World& world);
};

}  // namespace lockstep
