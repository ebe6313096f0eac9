#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "vm/objects/module.h"
#include "vm/ring.h"

// The ring of items inside a collections.deque. Each operation is one native call, and so one step
// that no other thread can get into, as in CPython. python/collections/__init__.py is the class
// around it.
namespace lockstep {

namespace {

Step ring_new(Machine& machine, Call& call) {
  auto* object = machine.heap().allocate<OpaqueObject>(builtin_class(BuiltinClass::opaque),
                                                       Kind::opaque, sizeof(Ring));
  object->size = sizeof(Ring);
  object->identity = 0;
  for (Value& value : object->values) value = Value::empty();
  object->values[0] = Value::object(machine.heap().make_array(8));
  ring_of(Value::object(object)) = Ring{0, 0, 0};
  return call.done(Value::object(object));
}

// (ring, item, maxlen): at the right end; the other end loses one when there are too many.
Step ring_append(Machine& machine, Call& call) {
  Ring& ring = ring_of(call[0]);
  machine.tell(SyncKind::store_changed, call[0].as_object());
  if (call[2].is_small_int() && static_cast<int64_t>(ring.count) >= call[2].as_small_int()) {
    if (ring.count == 0) return call.none();
    ring_items(call[0])->items[ring.head] = Value::empty();
    ring.head = ring_place(call[0], 1);
    --ring.count;
  }
  ring_push(machine, call[0], call[1]);
  return call.none();
}

Step ring_append_left(Machine& machine, Call& call) {
  Ring& ring = ring_of(call[0]);
  machine.tell(SyncKind::store_changed, call[0].as_object());
  if (call[2].is_small_int() && static_cast<int64_t>(ring.count) >= call[2].as_small_int()) {
    if (ring.count == 0) return call.none();
    ring_items(call[0])->items[ring_place(call[0], static_cast<int64_t>(ring.count) - 1)] =
        Value::empty();
    --ring.count;
  }
  ring_grow(machine, call[0]);
  ring.head = ring_place(call[0], -1);
  ring_items(call[0])->items[ring.head] = call[1];
  ++ring.count;
  ++ring.changes;
  return call.none();
}

Step ring_pop(Machine& machine, Call& call) {
  Ring& ring = ring_of(call[0]);
  machine.tell(SyncKind::store_changed, call[0].as_object());
  if (ring.count == 0) return machine.raise(BuiltinClass::index_error, "pop from an empty deque");
  Value& place = ring_items(call[0])->items[ring_place(call[0], static_cast<int64_t>(--ring.count))];
  const Value item = place;
  place = Value::empty();
  ++ring.changes;
  return call.done(item);
}

Step ring_pop_left(Machine& machine, Call& call) {
  Ring& ring = ring_of(call[0]);
  machine.tell(SyncKind::store_changed, call[0].as_object());
  if (ring.count == 0) return machine.raise(BuiltinClass::index_error, "pop from an empty deque");
  return call.done(ring_pop(call[0]));
}

Step ring_length(Machine& machine, Call& call) {
  machine.tell(SyncKind::store_seen, call[0].as_object());
  return call.done(machine.heap().make_int(ring_of(call[0]).count));
}

Step ring_changes(Machine& machine, Call& call) {
  return call.done(machine.heap().make_int(ring_of(call[0]).changes));
}

bool index_argument(Machine& machine, Call& call, int64_t& index) {
  if (!machine.to_index(call[1], index)) return false;
  const auto count = static_cast<int64_t>(ring_of(call[0]).count);
  if (index < 0) index += count;
  if (index >= 0 && index < count) return true;
  machine.raise(BuiltinClass::index_error, "deque index out of range");
  return false;
}

Step ring_get(Machine& machine, Call& call) {
  int64_t index = 0;
  if (!index_argument(machine, call, index)) return Step::raised;
  machine.tell(SyncKind::store_seen, call[0].as_object());
  return call.done(ring_items(call[0])->items[ring_place(call[0], index)]);
}

Step ring_set(Machine& machine, Call& call) {
  int64_t index = 0;
  if (!index_argument(machine, call, index)) return Step::raised;
  machine.tell(SyncKind::store_changed, call[0].as_object());
  ring_items(call[0])->items[ring_place(call[0], index)] = call[2];
  return call.none();
}

Step ring_list(Machine& machine, Call& call) {
  const Ring& ring = ring_of(call[0]);
  machine.tell(SyncKind::store_seen, call[0].as_object());
  ListObject* list = machine.heap().make_list(ring.count);
  for (uint64_t i = 0; i < ring.count; ++i) {
    machine.heap().append(list,
                          ring_items(call[0])->items[ring_place(call[0], static_cast<int64_t>(i))]);
  }
  return call.done(Value::object(list));
}

// (ring, list): all items anew.
Step ring_assign(Machine& machine, Call& call) {
  const auto items = as<ListObject>(call[1])->all();
  machine.tell(SyncKind::store_changed, call[0].as_object());
  size_t capacity = 8;
  while (capacity < items.size()) capacity *= 2;
  ArrayObject* array = machine.heap().make_array(capacity);
  std::copy(items.begin(), items.end(), array->items);
  as<OpaqueObject>(call[0])->values[0] = Value::object(array);
  Ring& ring = ring_of(call[0]);
  ring = {0, items.size(), ring.changes + 1};
  return call.none();
}

constexpr NativeRow kDequeNatives[] = {
    {"_ring_new", "()", "", ring_new},
    {"_ring_append", "(ring, item, maxlen, /)", "", ring_append},
    {"_ring_append_left", "(ring, item, maxlen, /)", "", ring_append_left},
    {"_ring_pop", "(ring, /)", "", ring_pop},
    {"_ring_pop_left", "(ring, /)", "", ring_pop_left},
    {"_ring_length", "(ring, /)", "", ring_length},
    {"_ring_changes", "(ring, /)", "", ring_changes},
    {"_ring_get", "(ring, index, /)", "", ring_get},
    {"_ring_set", "(ring, index, item, /)", "", ring_set},
    {"_ring_list", "(ring, /)", "", ring_list},
    {"_ring_assign", "(ring, items, /)", "", ring_assign},
};

}  // namespace

void add_deque_natives(RegistryBuilder& registry) { registry.functions("collections", kDequeNatives); }

}  // namespace lockstep
