#pragma once

#include "vm/machine.h"
#include "vm/objects/module.h"

// The ring of items inside a collections.deque: an OpaqueObject whose values[0] is the ArrayObject with the items.
namespace lockstep {

struct Ring {
  uint64_t head;     // place of the first item
  uint64_t count;
  uint64_t changes;  // how often an item came or went
};

inline Ring& ring_of(Value value) { return *reinterpret_cast<Ring*>(as<OpaqueObject>(value)->bytes); }
inline ArrayObject* ring_items(Value value) {
  return static_cast<ArrayObject*>(as<OpaqueObject>(value)->values[0].as_object());
}
// The place of an item; the capacity is a power of two.
inline uint64_t ring_place(Value value, int64_t index) {
  return (ring_of(value).head + static_cast<uint64_t>(index)) & (ring_items(value)->size - 1);
}
inline uint64_t ring_count(Value value) { return ring_of(value).count; }

// Makes room for one more.
void ring_grow(Machine& machine, Value ring);
// At the right end.
void ring_push(Machine& machine, Value ring, Value item);
// From the left end; requires that there is one.
Value ring_pop(Value ring);

}  // namespace lockstep
