#include <string>

#include "modules/arguments.h"
#include "modules/async_support.h"
#include "modules/registry_builder.h"
#include "vm/async_primitives.h"
#include "vm/objects/callable.h"
#include "vm/raise.h"
#include "vm/ring.h"

// What scripts see of asyncio's primitives, as far as it is C++: the classes below the Lock, Event, Semaphore and Queue
// of modules/python/asyncio/. What they do is vm/async_primitives.cpp.

namespace lockstep {

namespace {

AsyncPrimitiveObject* primitive_of(Call& call) { return as<AsyncPrimitiveObject>(call[0]); }

template <AsyncPrimitiveObject::What what>
Step primitive_new(Machine& machine, Call& call) {
  auto* primitive = allocate_for<AsyncPrimitiveObject>(machine, call[0], Kind::async_primitive);
  primitive->extra = what;
  primitive->loop = nullptr;
  primitive->waiters = {};
  primitive->putters = {};
  primitive->value = what == AsyncPrimitiveObject::semaphore ? 1 : 0;
  primitive->unfinished = 0;
  primitive->items = Value::empty();
  primitive->finished = Value::empty();
  return call.done(Value::object(primitive));
}

// What the body of a coroutine function awaits that has a short way, where that was not taken. An await that is over
// before it began is a future that is done.
Step begin_await(Machine& machine, Call& call, const char* name) {
  Value out;
  switch (awaited_function(name)(machine, call.arguments, out)) {
    case Awaited::refused:
    case Awaited::turn:
      return machine.tail_call(call, async_part(machine, AsyncPart::wrong_loop), {call[0]});
    case Awaited::waits:
      return call.done(out);
    case Awaited::completed:
      break;
  }
  auto* future = machine.heap().allocate<AsyncFutureObject>(builtin_class(BuiltinClass::async_future),
                                                            Kind::async_future);
  begin_future(future, AsyncFutureObject::future, nullptr);
  future->state = AsyncFutureObject::State::finished;
  future->value = out;
  return call.done(Value::object(future));
}

Step lock_await(Machine& machine, Call& call) { return begin_await(machine, call, "lock"); }
Step event_await(Machine& machine, Call& call) { return begin_await(machine, call, "event"); }
Step semaphore_await(Machine& machine, Call& call) { return begin_await(machine, call, "semaphore"); }
Step get_await(Machine& machine, Call& call) { return begin_await(machine, call, "get"); }
Step put_await(Machine& machine, Call& call) { return begin_await(machine, call, "put"); }

Step lock_release(Machine& machine, Call& call) {
  if (primitive_of(call)->value == 0) {
    return machine.raise(BuiltinClass::runtime_error, "Lock is not acquired.");
  }
  release_lock(machine, primitive_of(call));
  return call.none();
}

Step is_set(Machine&, Call& call) { return call.done(Value::boolean(primitive_of(call)->value != 0)); }

Step async_event_set(Machine& machine, Call& call) {
  set_event(machine, primitive_of(call));
  return call.none();
}

Step async_event_clear(Machine&, Call& call) {
  primitive_of(call)->value = 0;
  return call.none();
}

Step semaphore_locked(Machine&, Call& call) {
  return call.done(Value::boolean(is_semaphore_locked(primitive_of(call))));
}

Step async_semaphore_release(Machine& machine, Call& call) {
  release_semaphore(machine, primitive_of(call));
  return call.none();
}

// (self, maxsize, finished, ring): `ring` is None where classes of the script have a say.
Step queue_begin(Machine&, Call& call) {
  AsyncPrimitiveObject* queue = primitive_of(call);
  int64_t maximum = 0;
  if (call[1].is_small_int()) maximum = call[1].as_small_int();
  queue->value = maximum;
  queue->finished = call[2];
  queue->items = call[3].is_none() || !call[1].is_small_int() ? Value::empty() : call[3];
  return call.none();
}

FutureQueue& queue_side(Call& call) {
  return call[1].is_true() ? primitive_of(call)->putters : primitive_of(call)->waiters;
}

// (self, is_putter): a future that waits there.
Step queue_add(Machine& machine, Call& call) {
  const Value running = machine.thread().running_loop;
  AsyncPrimitiveObject* queue = primitive_of(call);
  if (!is_kind(running, Kind::event_loop) ||
      (queue->loop != nullptr && queue->loop != as<EventLoopObject>(running))) {
    return machine.tail_call(call, async_part(machine, AsyncPart::wrong_loop), {call[0]});
  }
  queue->loop = as<EventLoopObject>(running);
  auto* future = machine.heap().allocate<AsyncFutureObject>(builtin_class(BuiltinClass::async_future),
                                                            Kind::async_future);
  begin_future(future, AsyncFutureObject::future, queue->loop);
  add_waiter(machine, queue_side(call), future);
  return call.done(Value::object(future));
}

// (self, is_putter, future)
Step queue_remove(Machine&, Call& call) {
  if (const auto* future = try_as<AsyncFutureObject>(call[2])) remove_waiter(queue_side(call), future);
  return call.none();
}

Step queue_wake(Machine& machine, Call& call) {
  wake_next(machine, queue_side(call));
  return call.none();
}

// --- attributes -----------------------------------------------------------------------------------------------

Step list_of(Machine& machine, Call& call, const FutureQueue& queue) {
  ListObject* list = machine.heap().make_list(queue.count);
  for (uint32_t i = 0; i < queue.count; i++) {
    machine.heap().append(list, queue.futures->items[(queue.first + i) & (queue.futures->size - 1)]);
  }
  return call.done(Value::object(list));
}

Step get_waiters(Machine& machine, Call& call) { return list_of(machine, call, primitive_of(call)->waiters); }
Step get_putters(Machine& machine, Call& call) { return list_of(machine, call, primitive_of(call)->putters); }

Step get_loop(Machine&, Call& call) {
  auto* loop = primitive_of(call)->loop;
  return loop == nullptr ? call.none() : call.done(Value::object(loop));
}

Step get_number(Machine& machine, Call& call) {
  return call.done(machine.heap().make_int(primitive_of(call)->value));
}

Step set_number(Machine& machine, Call& call) {
  int64_t number = 0;
  if (!int_argument(machine, call[1], number)) return Step::raised;
  primitive_of(call)->value = number;
  return call.none();
}

Step set_flag(Machine&, Call& call) {
  primitive_of(call)->value = Machine::plain_truth(call[1]) == 1 ? 1 : 0;
  return call.none();
}

Step get_unfinished(Machine& machine, Call& call) {
  return call.done(machine.heap().make_int(primitive_of(call)->unfinished));
}

Step set_unfinished(Machine& machine, Call& call) {
  int64_t number = 0;
  if (!int_argument(machine, call[1], number)) return Step::raised;
  primitive_of(call)->unfinished = number;
  return call.none();
}

constexpr NativeRow kAsyncLockMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "", primitive_new<AsyncPrimitiveObject::lock>},
    {"_await_acquire", "(self, /)", "", lock_await},
    {"locked", "(self)", "Return True if lock is acquired.", is_set},
    {"release", "(self)", "Release a lock.", lock_release},
};
constexpr NativeAttribute kLockAttributes[] = {
    {"_locked", "", is_set, set_flag},
    {"_waiters", "", get_waiters, nullptr},
    {"_loop", "", get_loop, nullptr},
};

constexpr NativeRow kAsyncEventMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "", primitive_new<AsyncPrimitiveObject::event>},
    {"_await_set", "(self, /)", "", event_await},
    {"is_set", "(self)", "Return True if and only if the internal flag is true.", is_set},
    {"set", "(self)", "Set the internal flag to true, and wake all who wait for it.", async_event_set},
    {"clear", "(self)", "Reset the internal flag to false.", async_event_clear},
};
constexpr NativeAttribute kEventAttributes[] = {
    {"_value", "", is_set, set_flag},
    {"_waiters", "", get_waiters, nullptr},
    {"_loop", "", get_loop, nullptr},
};

constexpr NativeRow kAsyncSemaphoreMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "", primitive_new<AsyncPrimitiveObject::semaphore>},
    {"_await_acquire", "(self, /)", "", semaphore_await},
    {"locked", "(self)", "Returns True if semaphore cannot be acquired immediately.", semaphore_locked},
    {"release", "(self)", "Release a semaphore, incrementing the internal counter by one.", async_semaphore_release},
};
constexpr NativeAttribute kAsyncSemaphoreAttributes[] = {
    {"_value", "", get_number, set_number},
    {"_waiters", "", get_waiters, nullptr},
    {"_loop", "", get_loop, nullptr},
};

constexpr NativeRow kAsyncQueueMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "", primitive_new<AsyncPrimitiveObject::queue>},
    {"_begin", "(self, maxsize, finished, ring, /)", "", queue_begin},
    {"_await_get", "(self, /)", "", get_await},
    {"_await_put", "(self, item, /)", "", put_await},
    {"_add", "(self, is_putter, /)", "", queue_add},
    {"_remove", "(self, is_putter, future, /)", "", queue_remove},
    {"_wake", "(self, is_putter, /)", "", queue_wake},
};
constexpr NativeAttribute kQueueAttributes[] = {
    {"_getters", "", get_waiters, nullptr},
    {"_putters", "", get_putters, nullptr},
    {"_unfinished_tasks", "", get_unfinished, set_unfinished},
    {"_loop", "", get_loop, nullptr},
};

// (function, name): calls of it that are awaited on the spot go the short way of that name.
Step set_awaited(Machine& machine, Call& call) {
  auto* function = try_as<FunctionObject>(call[0]);
  const auto* name = try_as<StrObject>(call[1]);
  const AwaitedFunction awaited = name == nullptr ? nullptr : awaited_function(name->view());
  if (function == nullptr || awaited == nullptr) {
    return machine.raise(BuiltinClass::value_error, "there is no short way of that name");
  }
  function->awaited = awaited;
  return call.none();
}

constexpr NativeRow kSharingFunctions[] = {
    {"_set_awaited", "(function, name, /)", "", set_awaited},
};

}  // namespace

void add_async_sharing(RegistryBuilder& builder) {
  builder.methods(BuiltinClass::async_lock, kAsyncLockMethods);
  builder.attributes(BuiltinClass::async_lock, kLockAttributes);
  builder.methods(BuiltinClass::async_event, kAsyncEventMethods);
  builder.attributes(BuiltinClass::async_event, kEventAttributes);
  builder.methods(BuiltinClass::async_semaphore, kAsyncSemaphoreMethods);
  builder.attributes(BuiltinClass::async_semaphore, kAsyncSemaphoreAttributes);
  builder.methods(BuiltinClass::async_queue, kAsyncQueueMethods);
  builder.attributes(BuiltinClass::async_queue, kQueueAttributes);
  builder.functions("_asyncio", kSharingFunctions);
  static constexpr ConstantRow kConstants[] = {
      {.name = "_Lock", .type = ConstantRow::Type::cls, .cls = BuiltinClass::async_lock},
      {.name = "_Event", .type = ConstantRow::Type::cls, .cls = BuiltinClass::async_event},
      {.name = "_Semaphore", .type = ConstantRow::Type::cls, .cls = BuiltinClass::async_semaphore},
      {.name = "_Queue", .type = ConstantRow::Type::cls, .cls = BuiltinClass::async_queue},
  };
  builder.constants("_asyncio", kConstants);
}

}  // namespace lockstep
