#pragma once

#include "sync/queue_gate.h"

namespace lockstep {

// The primitive of library module `queue`'s queues: a gate, and where the items beside it stand, which are
// in the PrimitiveObject's values[0] (see queue_type.cpp).
struct ItemQueue {
  enum class Kind : uint8_t { first_in, last_in, smallest };   // what get() takes

  QueueGate gate;
  uint32_t first = 0;      // of a ring: the place of the item to be taken next
  Kind kind = Kind::first_in;
  bool is_open = false;

  void set_object(uint32_t object) { gate.set_object(object); }
};

}  // namespace lockstep
