#include "modules/item_queue.h"
#include "modules/primitive_support.h"
#include "modules/registry_builder.h"
#include "vm/raise.h"

// The queues of library module `queue`: a gate of engine/sync, with the items beside it.
//
// A queue is closed or open. Closed, C++ does all of it: the items stand in values[0], a ring for the
// first-in-first-out kinds, a list for the others. Open, library code does it with a mutex and
// conditions that scripts may use as well; values[0] is whatever its hooks keep the items in, and
// values[1] holds the mutex and the conditions. A queue is open from the start when a script's class has
// hooks of its own, and becomes open when a script asks for its insides or its priorities need
// script code to be compared. It never closes again.

namespace lockstep {

namespace {

PrimitiveObject* queue_of(Call& call) { return as<PrimitiveObject>(call[0]); }

// Goes on in library code, with the time that is left: (queue, ..., has to wait, seconds or None).
Step go_on_open(Machine& machine, Call& call, std::string_view function, Value item, bool blocking,
                Value timeout) {
  Task& task = machine.thread().task;
  if (task.wait.phase != 0) {
    leave_queue(task);
    const Time deadline = task.wait.deadline;
    task.wait = WaitState{};
    if (deadline != kNever) {
      const Time left = std::max<Time>(0, deadline - machine.world().now());
      timeout = machine.heap().make_float(static_cast<double>(left) / 1e9);
    }
  }
  const Value callee = library_value(machine, "queue", function);
  if (item.is_empty()) {
    return machine.tail_call(call, callee, {call[0], Value::boolean(blocking), timeout});
  }
  return machine.tail_call(call, callee, {call[0], item, Value::boolean(blocking), timeout});
}

// The deadline of put and get, which ignore the timeout when they need not wait. False: raised.
bool queue_deadline(Machine& machine, bool blocking, Value timeout, Time& deadline) {
  deadline = blocking ? kNever : kNonBlocking;
  if (!blocking || timeout.is_none()) return true;
  Time time = 0;
  if (!to_nanoseconds(machine, timeout, time)) return false;
  if (time < 0) {
    raise_sync(machine, SyncError::queue_timeout_negative);
    return false;
  }
  deadline = deadline_after(machine.world(), time);
  return true;
}

// --- items in the order they came -------------------------------------------------------------------------

// Requires that the gate has counted the item already.
void push_ring(Machine& machine, PrimitiveObject* object, Value item) {
  auto& queue = object->get<ItemQueue>();
  auto* ring = try_as<ArrayObject>(object->values[0]);
  const auto count = static_cast<uint32_t>(queue.gate.size - 1);
  if (ring == nullptr || count == ring->size) {
    constexpr uint32_t kSmallest = 8;
    ArrayObject* larger = machine.heap().make_array(ring == nullptr ? kSmallest : ring->size * 2);
    for (uint32_t i = 0; i < count; i++) {
      larger->items[i] = ring->items[(queue.first + i) & (ring->size - 1)];
    }
    queue.first = 0;
    object->values[0] = Value::object(larger);
    ring = larger;
  }
  ring->items[(queue.first + count) & (ring->size - 1)] = item;
}

Value pop_ring(PrimitiveObject* object) {
  auto& queue = object->get<ItemQueue>();
  auto* ring = as<ArrayObject>(object->values[0]);
  const Value item = ring->items[queue.first];
  ring->items[queue.first] = Value::empty();
  queue.first = (queue.first + 1) & (ring->size - 1);
  return item;
}

// --- items in a heap ------------------------------------------------------------------------------------------

// The way an item would take through the heap, found before anything is moved: comparing may need
// script code, and then nothing must have happened. `length` places, from the root down.
struct HeapPath {
  uint32_t places[40];
  uint32_t length = 0;
};

// Where a further item would come to stand. False: script code has to compare.
bool plan_push(ListObject* heap, Value item, uint32_t& place) {
  place = heap->size;
  while (place > 0) {
    const uint32_t parent = (place - 1) / 2;
    const int less = Machine::plain_less(item, heap->items()[parent]);
    if (less == 0) return false;
    if (less < 0) break;
    place = parent;
  }
  return true;
}

void apply_push(Machine& machine, ListObject* heap, Value item, uint32_t place) {
  machine.heap().append(heap, item);
  uint32_t hole = heap->size - 1;
  while (hole != place) {
    heap->items()[hole] = heap->items()[(hole - 1) / 2];
    hole = (hole - 1) / 2;
  }
  heap->items()[place] = item;
}

// The way down along the smaller children to a leaf, cut where the last item, which fills the hole,
// belongs. Requires an item.
bool plan_pop(ListObject* heap, HeapPath& path) {
  path.length = 0;
  const uint32_t count = heap->size - 1;
  if (count == 0) return true;
  Value* items = heap->items();
  const Value filler = items[count];
  uint32_t place = 0;
  path.places[path.length++] = 0;
  while (2 * place + 1 < count) {
    uint32_t child = 2 * place + 1;
    if (child + 1 < count) {
      const int less = Machine::plain_less(items[child], items[child + 1]);
      if (less == 0) return false;
      if (less < 0) child++;
    }
    place = child;
    path.places[path.length++] = place;
  }
  while (path.length > 1) {
    const int less = Machine::plain_less(filler, items[path.places[path.length - 1]]);
    if (less == 0) return false;
    if (less < 0) break;
    path.length--;
  }
  return true;
}

Value apply_pop(ListObject* heap, const HeapPath& path) {
  Value* items = heap->items();
  const Value smallest = items[0];
  const Value filler = items[heap->size - 1];
  items[--heap->size] = Value::empty();
  for (uint32_t i = 0; i + 1 < path.length; i++) items[path.places[i]] = items[path.places[i + 1]];
  if (path.length > 0) items[path.places[path.length - 1]] = filler;
  return smallest;
}

// --- what scripts call ----------------------------------------------------------------------------------------

Step queue_new(Machine& machine, Call& call) {
  return call.done(Value::object(
      make_primitive<ItemQueue>(machine, as<ClassObject>(call[0]), PrimitiveObject::queue)));
}

// The list of the kinds that have one; a script may have changed it.
ListObject* list_of_items(PrimitiveObject* object) {
  auto& queue = object->get<ItemQueue>();
  if (queue.kind == ItemQueue::Kind::first_in) return nullptr;
  auto* list = as<ListObject>(object->values[0]);
  queue.gate.size = list->size;
  return list;
}

// (self, item, block=True, timeout=None)
Step queue_put(Machine& machine, Call& call) {
  PrimitiveObject* object = queue_of(call);
  auto& queue = object->get<ItemQueue>();
  const bool blocking = !call.given(2) || Machine::plain_truth(call[2]) != 0;
  const Value timeout = call.given(3) ? call[3] : Value::none();
  if (queue.gate.is_given_up) return go_on_open(machine, call, "_put_open", call[1], blocking, timeout);
  ListObject* list = list_of_items(object);
  uint32_t place = 0;
  if (queue.kind == ItemQueue::Kind::smallest && !plan_push(list, call[1], place)) {
    return go_on_open(machine, call, "_open_and_put", call[1], blocking, timeout);
  }
  Time deadline = kNever;
  if (queue.gate.maximum > 0 && !call.reentered() &&
      !queue_deadline(machine, blocking, timeout, deadline)) {
    return Step::raised;
  }
  bool admitted = false;
  if (queue.gate.put(machine.world(), machine.thread().task, deadline, admitted) == Progress::parked) {
    return Step::parked;
  }
  if (!admitted) return raise_sync(machine, SyncError::queue_full);
  machine.tell(SyncKind::queue_put, object->serial);
  if (queue.gate.maximum > 0) machine.tell(SyncKind::queue_room_taken, object->serial);
  switch (queue.kind) {
    case ItemQueue::Kind::first_in: push_ring(machine, object, call[1]); break;
    case ItemQueue::Kind::last_in: machine.heap().append(list, call[1]); break;
    case ItemQueue::Kind::smallest: apply_push(machine, list, call[1], place); break;
  }
  return call.none();
}

// (self, block=True, timeout=None)
Step queue_get(Machine& machine, Call& call) {
  PrimitiveObject* object = queue_of(call);
  auto& queue = object->get<ItemQueue>();
  const bool blocking = !call.given(1) || Machine::plain_truth(call[1]) != 0;
  const Value timeout = call.given(2) ? call[2] : Value::none();
  if (queue.gate.is_given_up) return go_on_open(machine, call, "_get_open", Value::empty(), blocking, timeout);
  ListObject* list = list_of_items(object);
  HeapPath path;
  if (queue.kind == ItemQueue::Kind::smallest && list->size > 0 && !plan_pop(list, path)) {
    return go_on_open(machine, call, "_open_and_get", Value::empty(), blocking, timeout);
  }
  Time deadline = kNever;
  if (!call.reentered() && !queue_deadline(machine, blocking, timeout, deadline)) return Step::raised;
  bool admitted = false;
  if (queue.gate.get(machine.world(), machine.thread().task, deadline, admitted) == Progress::parked) {
    return Step::parked;
  }
  if (!admitted) return raise_sync(machine, SyncError::queue_empty);
  machine.tell(SyncKind::queue_got, object->serial);
  if (queue.gate.maximum > 0) machine.tell(SyncKind::queue_room_given, object->serial);
  switch (queue.kind) {
    case ItemQueue::Kind::first_in: return call.done(pop_ring(object));
    case ItemQueue::Kind::smallest: return call.done(apply_pop(list, path));
    case ItemQueue::Kind::last_in: break;
  }
  Value& place = list->items()[--list->size];
  const Value item = place;
  place = Value::empty();
  return call.done(item);
}

Step queue_task_done(Machine& machine, Call& call) {
  auto& queue = queue_of(call)->get<ItemQueue>();
  if (queue.gate.is_given_up) {
    return machine.tail_call(call, library_value(machine, "queue", "_task_done_open"), {call[0]});
  }
  const SyncError error = queue.gate.task_done(machine.world());
  machine.tell(SyncKind::queue_done, queue_of(call)->serial);
  return error == SyncError::none ? call.none() : raise_sync(machine, error);
}

Step queue_join(Machine& machine, Call& call) {
  auto& queue = queue_of(call)->get<ItemQueue>();
  Task& task = machine.thread().task;
  if (queue.gate.is_given_up) {
    if (task.wait.phase != 0) leave_queue(task);
    task.wait = WaitState{};
    return machine.tail_call(call, library_value(machine, "queue", "_join_open"), {call[0]});
  }
  const Progress progress = queue.gate.join(machine.world(), task);
  if (progress == Progress::done) machine.tell(SyncKind::queue_joined, queue_of(call)->serial);
  return from_progress(call, progress, Value::none());
}

Step queue_size(Machine& machine, Call& call) {
  PrimitiveObject* object = queue_of(call);
  if (object->get<ItemQueue>().gate.is_given_up) {
    return machine.tail_call(call, library_value(machine, "queue", "_size_open"), {call[0]});
  }
  list_of_items(object);
  machine.tell(SyncKind::queue_got, object->serial);
  return call.done(Value::small_int(object->get<ItemQueue>().gate.size));
}

Step queue_is_empty(Machine& machine, Call& call) {
  PrimitiveObject* object = queue_of(call);
  if (object->get<ItemQueue>().gate.is_given_up) {
    return machine.tail_call(call, library_value(machine, "queue", "_is_empty_open"), {call[0]});
  }
  list_of_items(object);
  machine.tell(SyncKind::queue_got, object->serial);
  return call.done(Value::boolean(object->get<ItemQueue>().gate.size == 0));
}

Step queue_is_full(Machine& machine, Call& call) {
  PrimitiveObject* object = queue_of(call);
  if (object->get<ItemQueue>().gate.is_given_up) {
    return machine.tail_call(call, library_value(machine, "queue", "_is_full_open"), {call[0]});
  }
  list_of_items(object);
  machine.tell(SyncKind::queue_got, object->serial);
  return call.done(Value::boolean(object->get<ItemQueue>().gate.is_full()));
}

// --- what library code is made of -----------------------------------------------------------------------------

// (queue, maxsize, kind)
Step begin_queue(Machine& machine, Call& call) {
  PrimitiveObject* object = queue_of(call);
  int64_t maximum = 0;
  if (!machine.to_index(call[1], maximum)) return Step::raised;
  auto& queue = object->get<ItemQueue>();
  queue.gate.maximum = maximum;
  queue.kind = static_cast<ItemQueue::Kind>(call[2].as_small_int());
  if (queue.kind != ItemQueue::Kind::first_in) {
    object->values[0] = Value::object(machine.heap().make_list());
  }
  return call.none();
}

// (queue, inside, items): opens it. The items it had, in the order get() would have taken them or as the
// list of its kind; None if it was open already.
Step open_queue(Machine& machine, Call& call) {
  PrimitiveObject* object = queue_of(call);
  auto& queue = object->get<ItemQueue>();
  if (queue.gate.is_given_up) return call.none();
  Value items = object->values[0];
  if (queue.kind == ItemQueue::Kind::first_in) {
    ListObject* list = machine.heap().make_list();
    for (int64_t left = queue.gate.size; left > 0; left--) machine.heap().append(list, pop_ring(object));
    items = Value::object(list);
  }
  queue.gate.is_given_up = true;
  object->values[0] = call[2];
  object->values[1] = call[1];
  // Who waits at the gate goes on waiting at the conditions.
  wake_all(machine.world(), queue.gate.getters);
  wake_all(machine.world(), queue.gate.putters);
  wake_all(machine.world(), queue.gate.joiners);
  return call.done(items);
}

Step queue_inside(Machine&, Call& call) { return call.done(queue_of(call)->values[1]); }

// What the items are kept in. None: in a ring, which scripts cannot see.
Step queue_items(Machine&, Call& call) {
  PrimitiveObject* object = queue_of(call);
  const auto& queue = object->get<ItemQueue>();
  const bool is_ring = !queue.gate.is_given_up && queue.kind == ItemQueue::Kind::first_in;
  return is_ring ? call.none() : call.done(object->values[0]);
}

Step set_queue_items(Machine&, Call& call) {
  queue_of(call)->values[0] = call[1];
  return call.none();
}

Step queue_maximum(Machine& machine, Call& call) {
  return call.done(machine.heap().make_int(queue_of(call)->get<ItemQueue>().gate.maximum));
}

Step set_queue_maximum(Machine& machine, Call& call) {
  int64_t maximum = 0;
  if (!machine.to_index(call[1], maximum)) return Step::raised;
  queue_of(call)->get<ItemQueue>().gate.maximum = maximum;
  return call.none();
}

Step queue_unfinished(Machine& machine, Call& call) {
  return call.done(machine.heap().make_int(queue_of(call)->get<ItemQueue>().gate.unfinished));
}

Step set_queue_unfinished(Machine& machine, Call& call) {
  int64_t count = 0;
  if (!machine.to_index(call[1], count)) return Step::raised;
  queue_of(call)->get<ItemQueue>().gate.unfinished = count;
  return call.none();
}

constexpr NativeRow kQueueMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a queue.", queue_new},
    {"put", "(self, item, block=True, timeout=None)", "Put an item into the queue.", queue_put,
     Effect::operation, OperationKind::queue_put},
    {"get", "(self, block=True, timeout=None)", "Remove and return an item from the queue.", queue_get,
     Effect::operation, OperationKind::queue_get},
    {"qsize", "(self)", "Return the approximate size of the queue.", queue_size, Effect::reads},
    {"empty", "(self)", "Return True if the queue is empty, False otherwise.", queue_is_empty,
     Effect::reads},
    {"_full", "(self)", "Return True if the queue is full, False otherwise.", queue_is_full,
     Effect::reads},
    {"_task_done", "(self)", "Indicate that a formerly enqueued task is complete.", queue_task_done,
     Effect::operation, OperationKind::call_native},
    {"_join", "(self)", "Blocks until all items have been gotten and processed.", queue_join,
     Effect::operation, OperationKind::queue_join},
};

constexpr NativeRow kQueueNatives[] = {
    {"_begin", "(queue, maxsize, kind, /)", "", begin_queue},
    {"_open", "(queue, inside, items, /)", "", open_queue},
    {"_inside", "(queue, /)", "", queue_inside},
    {"_items", "(queue, /)", "", queue_items},
    {"_set_items", "(queue, items, /)", "", set_queue_items},
    {"_maximum", "(queue, /)", "", queue_maximum},
    {"_set_maximum", "(queue, maximum, /)", "", set_queue_maximum},
    {"_unfinished", "(queue, /)", "", queue_unfinished},
    {"_set_unfinished", "(queue, count, /)", "", set_queue_unfinished},
};

constexpr ConstantRow kQueueConstants[] = {
    {.name = "_ItemQueue", .type = ConstantRow::Type::cls, .cls = BuiltinClass::queue_gate},
    {.name = "_FIRST_IN", .type = ConstantRow::Type::integer, .integer = 0},
    {.name = "_LAST_IN", .type = ConstantRow::Type::integer, .integer = 1},
    {.name = "_SMALLEST", .type = ConstantRow::Type::integer, .integer = 2},
};

}  // namespace

void add_queue_type(RegistryBuilder& builder) {
  builder.methods(BuiltinClass::queue_gate, kQueueMethods);
  builder.functions("_queue", kQueueNatives);
  builder.constants("_queue", kQueueConstants);
}

}  // namespace lockstep
