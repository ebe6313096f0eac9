#include "vm/ring.h"

namespace lockstep {

void ring_grow(Machine& machine, Value value) {
  Ring& ring = ring_of(value);
  ArrayObject* old = ring_items(value);
  if (ring.count < old->size) return;
  ArrayObject* larger = machine.heap().make_array(size_t{old->size} * 2);
  for (uint64_t i = 0; i < ring.count; ++i) {
    larger->items[i] = old->items[(ring.head + i) & (old->size - 1)];
  }
  as<OpaqueObject>(value)->values[0] = Value::object(larger);
  ring.head = 0;
}

void ring_push(Machine& machine, Value value, Value item) {
  Ring& ring = ring_of(value);
  ring_grow(machine, value);
  ring_items(value)->items[ring_place(value, static_cast<int64_t>(ring.count))] = item;
  ++ring.count;
  ++ring.changes;
}

Value ring_pop(Value value) {
  Ring& ring = ring_of(value);
  Value& place = ring_items(value)->items[ring.head];
  const Value item = place;
  place = Value::empty();
  ring.head = ring_place(value, 1);
  --ring.count;
  ++ring.changes;
  return item;
}

}  // namespace lockstep
