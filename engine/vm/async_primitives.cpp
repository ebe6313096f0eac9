// asyncio's primitives. Each keeps its waiters in a queue of futures, who came first in front. Waking one means
// that its future gets a result; what it does then (takes the lock, looks whether there is an item now) happens
// when its task goes on, and until then it stays in the queue of a lock, event or semaphore, as in CPython 3.11:
// the order in which tasks get things, and what a cancellation in between does, follow from that.

#include "vm/async_primitives.h"

#include <algorithm>

#include "vm/attributes.h"
#include "vm/frames.h"
#include "vm/objects/callable.h"
#include "vm/ring.h"

namespace lockstep {

namespace {

using State = AsyncFutureObject::State;
using Wait = AsyncWaiterObject::Wait;

// --- queues of futures ------------------------------------------------------------------------------------

AsyncFutureObject* future_at(const FutureQueue& queue, uint32_t i) {
  const Value value = queue.futures->items[(queue.first + i) & (queue.futures->size - 1)];
  return static_cast<AsyncFutureObject*>(value.as_object());
}

AsyncFutureObject* pop(FutureQueue& queue) {
  AsyncFutureObject* future = future_at(queue, 0);
  queue.futures->items[queue.first] = Value::empty();
  queue.first = (queue.first + 1) & (queue.futures->size - 1);
  queue.count--;
  return future;
}

bool any_waits(const FutureQueue& queue) {
  for (uint32_t i = 0; i < queue.count; i++) {
    if (future_at(queue, i)->state != State::cancelled) return true;
  }
  return false;
}

void wake(Machine& machine, AsyncFutureObject* future) { finish_future(machine, future, Value::boolean(true)); }

// --- waiting ----------------------------------------------------------------------------------------------

// The running loop, if the primitive may be waited for in it; else null: the Python code complains.
EventLoopObject* loop_for(Machine& machine, AsyncPrimitiveObject* primitive) {
  const Value running = machine.thread().running_loop;
  if (!is_kind(running, Kind::event_loop)) return nullptr;
  auto* loop = as<EventLoopObject>(running);
  if (primitive->loop == nullptr) primitive->loop = loop;
  return primitive->loop == loop ? loop : nullptr;
}

Awaited wait_in(Machine& machine, AsyncPrimitiveObject* primitive, FutureQueue& queue, Wait what, Value argument,
                Value& out) {
  EventLoopObject* loop = loop_for(machine, primitive);
  if (loop == nullptr) return Awaited::refused;
  auto* waiter = machine.heap().allocate<AsyncWaiterObject>(builtin_class(BuiltinClass::async_future),
                                                            Kind::async_future);
  begin_future(waiter, AsyncFutureObject::waiter, loop);
  waiter->wait = what;
  waiter->target = primitive;
  waiter->argument = argument;
  add_waiter(machine, queue, waiter);
  out = Value::object(waiter);
  return Awaited::waits;
}

AsyncPrimitiveObject* primitive_in(Value value) { return try_as<AsyncPrimitiveObject>(value); }

// --- locks ------------------------------------------------------------------------------------------------

void wake_first(Machine& machine, AsyncPrimitiveObject* lock) {
  if (lock->waiters.count == 0) return;
  AsyncFutureObject* first = future_at(lock->waiters, 0);
  if (first->state == State::pending) wake(machine, first);
}

Awaited begin_lock(Machine& machine, Value self, Value answer, Value& out) {
  AsyncPrimitiveObject* lock = primitive_in(self);
  if (lock == nullptr || lock->extra != AsyncPrimitiveObject::lock) return Awaited::refused;
  if (lock->value == 0 && !any_waits(lock->waiters)) {
    lock->value = 1;
    out = answer;
    return Awaited::completed;
  }
  return wait_in(machine, lock, lock->waiters, Wait::lock, answer, out);
}

// --- semaphores -------------------------------------------------------------------------------------------

void wake_next_permit(Machine& machine, AsyncPrimitiveObject* semaphore) {
  for (uint32_t i = 0; i < semaphore->waiters.count; i++) {
    AsyncFutureObject* future = future_at(semaphore->waiters, i);
    if (future->state != State::pending) continue;
    semaphore->value--;
    wake(machine, future);
    return;
  }
}

Awaited begin_semaphore(Machine& machine, Value self, Value answer, Value& out) {
  AsyncPrimitiveObject* semaphore = primitive_in(self);
  if (semaphore == nullptr || semaphore->extra != AsyncPrimitiveObject::semaphore) return Awaited::refused;
  if (!is_semaphore_locked(semaphore)) {
    semaphore->value--;
    out = answer;
    return Awaited::completed;
  }
  return wait_in(machine, semaphore, semaphore->waiters, Wait::semaphore, answer, out);
}

// --- queues -----------------------------------------------------------------------------------------------

bool is_full(const AsyncPrimitiveObject* queue) {
  return queue->value > 0 && ring_count(queue->items) >= static_cast<uint64_t>(queue->value);
}

Value take_item(Machine& machine, AsyncPrimitiveObject* queue) {
  const Value item = ring_pop(queue->items);
  wake_next(machine, queue->putters);
  return item;
}

void put_item(Machine& machine, AsyncPrimitiveObject* queue, Value item) {
  ring_push(machine, queue->items, item);
  queue->unfinished++;
  if (auto* finished = primitive_in(queue->finished)) finished->value = 0;
  wake_next(machine, queue->waiters);
}

// Of a queue that no class of the script changed; its items stand in the ring of its deque.
AsyncPrimitiveObject* plain_queue(Value value) {
  AsyncPrimitiveObject* queue = primitive_in(value);
  const bool is_plain =
      queue != nullptr && queue->extra == AsyncPrimitiveObject::queue && !queue->items.is_empty();
  return is_plain ? queue : nullptr;
}

// --- the awaited functions: arguments as the Python function has them --------------------------------------

Awaited await_lock(Machine& machine, const Value* arguments, Value& out) {
  return begin_lock(machine, arguments[0], Value::boolean(true), out);
}

bool is_exactly(Value value, Machine& machine, AsyncPart part) {
  return value.is_object() && Value::object(value.as_object()->cls) == async_part(machine, part);
}

Awaited enter_lock(Machine& machine, const Value* arguments, Value& out) {
  if (is_exactly(arguments[0], machine, AsyncPart::lock)) {
    return begin_lock(machine, arguments[0], Value::none(), out);
  }
  const bool is_semaphore = is_exactly(arguments[0], machine, AsyncPart::semaphore) ||
                            is_exactly(arguments[0], machine, AsyncPart::bounded_semaphore);
  return is_semaphore ? begin_semaphore(machine, arguments[0], Value::none(), out) : Awaited::refused;
}

Awaited leave_lock(Machine& machine, const Value* arguments, Value& out) {
  AsyncPrimitiveObject* primitive = primitive_in(arguments[0]);
  out = Value::none();
  if (is_exactly(arguments[0], machine, AsyncPart::lock) && primitive->value != 0) {
    release_lock(machine, primitive);
    return Awaited::completed;
  }
  if (is_exactly(arguments[0], machine, AsyncPart::semaphore)) {
    release_semaphore(machine, primitive);
    return Awaited::completed;
  }
  return Awaited::refused;
}

Awaited await_semaphore(Machine& machine, const Value* arguments, Value& out) {
  return begin_semaphore(machine, arguments[0], Value::boolean(true), out);
}

Awaited await_event(Machine& machine, const Value* arguments, Value& out) {
  AsyncPrimitiveObject* event = primitive_in(arguments[0]);
  if (event == nullptr || event->extra != AsyncPrimitiveObject::event) return Awaited::refused;
  if (event->value != 0) {
    out = Value::boolean(true);
    return Awaited::completed;
  }
  return wait_in(machine, event, event->waiters, Wait::event, Value::boolean(true), out);
}

Awaited await_get(Machine& machine, const Value* arguments, Value& out) {
  AsyncPrimitiveObject* queue = plain_queue(arguments[0]);
  if (queue == nullptr) return Awaited::refused;
  if (ring_count(queue->items) == 0) {
    return wait_in(machine, queue, queue->waiters, Wait::get, Value::none(), out);
  }
  out = take_item(machine, queue);
  return Awaited::completed;
}

Awaited await_put(Machine& machine, const Value* arguments, Value& out) {
  AsyncPrimitiveObject* queue = plain_queue(arguments[0]);
  if (queue == nullptr) return Awaited::refused;
  if (is_full(queue)) return wait_in(machine, queue, queue->putters, Wait::put, arguments[1], out);
  put_item(machine, queue, arguments[1]);
  out = Value::none();
  return Awaited::completed;
}

// (delay, result)
Awaited await_sleep(Machine& machine, const Value* arguments, Value& out) {
  double delay = 0;
  if (!Machine::to_double(arguments[0], delay) || delay != delay) return Awaited::refused;
  if (delay <= 0) return arguments[1].is_none() ? Awaited::turn : Awaited::refused;
  const Value running = machine.thread().running_loop;
  if (!is_kind(running, Kind::event_loop)) return Awaited::refused;
  out = Value::object(begin_sleep(machine, as<EventLoopObject>(running), delay, arguments[1]));
  return Awaited::waits;
}

struct AwaitedRow {
  const char* name;
  AwaitedFunction function;
};

constexpr AwaitedRow kAwaited[] = {
    {"lock", await_lock},   {"enter", enter_lock}, {"leave", leave_lock}, {"semaphore", await_semaphore},
    {"event", await_event}, {"get", await_get},    {"put", await_put},    {"sleep", await_sleep},
};

bool has_short_way(const Frame* frame) {
  return frame->function != nullptr && frame->function->awaited != nullptr;
}

}  // namespace

AwaitedFunction awaited_function(std::string_view name) {
  const auto* row = std::find_if(std::begin(kAwaited), std::end(kAwaited),
                                 [&](const AwaitedRow& one) { return name == one.name; });
  return row == std::end(kAwaited) ? nullptr : row->function;
}

bool take_short_way(Machine& machine) {
  ThreadObject& thread = machine.thread();
  Frame* frame = thread.frame;
  Frame* caller = frame->caller;
  if (!has_short_way(frame) || frame->after != After::store || caller->is_trampoline) return false;
  // What goes to a variable is awaited through it, which has to have it.
  if (frame->result < caller->code->local_count) return false;
  // call; get_awaitable; value = None; send; yield_; jump_back (see UnitCompiler::await_register)
  const Instruction* get = caller->pc + 1;
  if (get->opcode != Opcode::get_awaitable || get->b != frame->result) return false;
  const Instruction* send = get + 2;
  if (send->opcode != Opcode::send || send->b != get->a) return false;
  Value out;
  const Awaited awaited = frame->function->awaited(machine, frame->registers(), out);
  if (awaited == Awaited::refused) return false;
  pop_frame(thread);
  Value* registers = caller->registers();
  registers[send->a] = Value::none();
  switch (awaited) {
    case Awaited::refused:
      break;
    case Awaited::completed:
      registers[send->a] = out;
      caller->pc = send + 1 + static_cast<int16_t>(send->c);
      break;
    case Awaited::waits:
      registers[send->b] = out;
      caller->pc = send;
      break;
    case Awaited::turn:
      // None in place of an iterator: its second step is its last (see send_value).
      registers[send->b] = Value::none();
      caller->pc = send + 1;
      break;
  }
  return true;
}

void add_waiter(Machine& machine, FutureQueue& queue, AsyncFutureObject* future) {
  constexpr uint32_t kFirst = 4;
  const uint32_t room = queue.futures == nullptr ? 0 : queue.futures->size;
  if (queue.count == room) {
    ArrayObject* larger = machine.heap().make_array(room == 0 ? kFirst : size_t{room} * 2);
    for (uint32_t i = 0; i < queue.count; i++) larger->items[i] = Value::object(future_at(queue, i));
    queue.futures = larger;
    queue.first = 0;
  }
  queue.futures->items[(queue.first + queue.count) & (queue.futures->size - 1)] = Value::object(future);
  queue.count++;
}

void remove_waiter(FutureQueue& queue, const AsyncFutureObject* future) {
  if (queue.count != 0 && future_at(queue, 0) == future) {
    pop(queue);
    return;
  }
  const auto place = [&](uint32_t i) -> Value& {
    return queue.futures->items[(queue.first + i) & (queue.futures->size - 1)];
  };
  for (uint32_t i = 1; i < queue.count; i++) {
    if (place(i).as_object() != future) continue;
    for (uint32_t j = i; j + 1 < queue.count; j++) place(j) = place(j + 1);
    place(--queue.count) = Value::empty();
    return;
  }
}

void finish_wait(Machine& machine, AsyncWaiterObject* waiter, Frame* frame, Value& out) {
  AsyncPrimitiveObject* target = waiter->target;
  const Wait wait = waiter->wait;
  Value answer = waiter->argument;
  bool again = false;
  waiter->wait = Wait::nothing;
  switch (wait) {
    case Wait::nothing:
      answer = waiter->value;
      break;
    case Wait::lock:
      remove_waiter(target->waiters, waiter);
      target->value = 1;
      break;
    case Wait::event:
      remove_waiter(target->waiters, waiter);
      break;
    case Wait::semaphore:
      remove_waiter(target->waiters, waiter);
      if (target->value > 0) wake_next_permit(machine, target);
      break;
    case Wait::get:
      if (ring_count(target->items) == 0) again = true;
      else answer = take_item(machine, target);
      break;
    case Wait::put:
      if (is_full(target)) {
        again = true;
      } else {
        put_item(machine, target, waiter->argument);
        answer = Value::none();
      }
      break;
  }
  const Instruction* send = frame->pc;
  // Where somebody was quicker, it waits once more, behind all others.
  FutureQueue& queue = wait == Wait::get ? target->waiters : target->putters;
  if (again && wait_in(machine, target, queue, wait, waiter->argument, out) == Awaited::waits) {
    as<AsyncFutureObject>(out)->is_blocking = true;
    frame->registers()[send->b] = out;
    return;
  }
  frame->registers()[send->a] = answer;
  out = Value::empty();
}

void abandon_wait(Machine& machine, AsyncWaiterObject* waiter, const ExceptionObject* exception) {
  AsyncPrimitiveObject* target = waiter->target;
  const Wait wait = waiter->wait;
  const bool is_cancellation =
      is_subclass(exception->cls, as<ClassObject>(async_part(machine, AsyncPart::cancelled_error)));
  waiter->wait = Wait::nothing;
  switch (wait) {
    case Wait::nothing:
      return;
    case Wait::lock:
      remove_waiter(target->waiters, waiter);
      if (is_cancellation && target->value == 0) wake_first(machine, target);
      return;
    case Wait::event:
      remove_waiter(target->waiters, waiter);
      return;
    case Wait::semaphore:
      remove_waiter(target->waiters, waiter);
      if (is_cancellation && waiter->state != State::cancelled) {
        // It had been given a permit already.
        target->value++;
        wake_next_permit(machine, target);
      }
      return;
    case Wait::get:
    case Wait::put: {
      FutureQueue& queue = wait == Wait::get ? target->waiters : target->putters;
      if (waiter->state == State::pending) mark_cancelled(machine, waiter, Value::none(), Value::empty());
      remove_waiter(queue, waiter);
      const bool is_blocked = wait == Wait::get ? ring_count(target->items) == 0 : is_full(target);
      if (!is_blocked && waiter->state != State::cancelled) wake_next(machine, queue);
      return;
    }
  }
}

void release_lock(Machine& machine, AsyncPrimitiveObject* lock) {
  lock->value = 0;
  wake_first(machine, lock);
}

void set_event(Machine& machine, AsyncPrimitiveObject* event) {
  if (event->value != 0) return;
  event->value = 1;
  for (uint32_t i = 0; i < event->waiters.count; i++) {
    AsyncFutureObject* future = future_at(event->waiters, i);
    if (future->state == State::pending) wake(machine, future);
  }
}

void release_semaphore(Machine& machine, AsyncPrimitiveObject* semaphore) {
  semaphore->value++;
  wake_next_permit(machine, semaphore);
}

bool is_semaphore_locked(const AsyncPrimitiveObject* semaphore) {
  return semaphore->value == 0 || any_waits(semaphore->waiters);
}

void wake_next(Machine& machine, FutureQueue& waiters) {
  while (waiters.count != 0) {
    AsyncFutureObject* future = pop(waiters);
    if (future->state != State::pending) continue;
    finish_future(machine, future, Value::none());
    return;
  }
}

const char* words_for_wait(AsyncWaiterObject::Wait wait) {
  switch (wait) {
    case Wait::nothing: break;
    case Wait::lock: return "Lock.acquire";
    case Wait::event: return "Event.wait";
    case Wait::semaphore: return "Semaphore.acquire";
    case Wait::get: return "Queue.get";
    case Wait::put: return "Queue.put";
  }
  return "future";
}

}  // namespace lockstep
