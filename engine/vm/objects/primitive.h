#pragma once

#include "text/random.h"
#include "vm/object.h"

namespace lockstep {

// A lock, condition, semaphore, ... of engine/sync, as the script knows it. Which one it holds is in
// `extra`; `size` is the number of bytes of the primitive. `serial` names it in operations and traces.
struct PrimitiveObject : Object {
  static constexpr Kind kKind = Kind::primitive;
  enum What : uint8_t { lock, rlock, condition, semaphore, event, barrier, queue, latch };

  uint32_t serial;
  uint32_t identity;                 // see Heap::identity_of
  Value values[2];                   // a condition's lock, a barrier's action, a queue's items ...
  alignas(8) char bytes[8];          // the primitive itself

  template <class T>
  T& get() {
    static_assert(alignof(T) <= 8);
    return *reinterpret_cast<T*>(bytes);
  }
};

struct RandomObject : Object {
  static constexpr Kind kKind = Kind::random;

  double next_gauss;                 // NaN: none
  MersenneTwister twister;
};

}  // namespace lockstep
