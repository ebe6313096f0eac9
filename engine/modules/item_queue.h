#pragma once

#include "sync/queue_gate.h"

namespace lockstep {

// What a queue of library module `queue` is, in a PrimitiveObject's bytes (see queue_type.cpp).
struct ItemQueue {
  enum class Kind : uint8_t { first_in, last_in, smallest };   // what get() takes

  QueueGate gate;
  uint32_t first = 0;      // of a ring: the place of the item to be taken next
  Kind kind = Kind::first_in;

  void set_object(uint32_t object) { gate.set_object(object); }
};

}  // namespace lockstep
