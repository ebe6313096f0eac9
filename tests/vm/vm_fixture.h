#pragma once

#include "vm/heap.h"

namespace lockstep {

// A heap of its own for tests of objects, without a machine.
struct TestHeap {
  Arena arena{0};
  Heap heap{arena};

  TestHeap();
};

}  // namespace lockstep
