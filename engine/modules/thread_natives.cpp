#include <string>

#include "modules/primitive_support.h"
#include "modules/registry_builder.h"
#include "sync/condition.h"
#include "sync/event.h"
#include "sync/lock.h"
#include "sync/rlock.h"
#include "sync/semaphore.h"
#include "sync/sleep.h"
#include "vm/classes.h"
#include "vm/objects/module.h"
#include "vm/raise.h"
#include "vm/value_text.h"

// What engine/sync and the machine's threads look like to scripts: the classes of locks and their
// kind, and the natives that library module `threading` is built on.

namespace lockstep {

namespace {

// The deadline of acquire(blocking=True, timeout=-1). False: raised.
bool lock_deadline(Machine& machine, Call& call, Time& deadline) {
  const bool blocking = !call.given(1) || Machine::plain_truth(call[1]) != 0;
  deadline = blocking ? kNever : kNonBlocking;
  if (!call.given(2)) return true;
  Time timeout = 0;
  if (!to_nanoseconds(machine, call[2], timeout)) return false;
  double seconds = 0;
  Machine::to_double(call[2], seconds);
  if (!blocking && seconds != -1) {
    raise_sync(machine, SyncError::timeout_for_non_blocking);
    return false;
  }
  if (timeout < 0 && seconds != -1) {
    raise_sync(machine, SyncError::timeout_not_positive);
    return false;
  }
  if (blocking && timeout >= 0) deadline = deadline_after(machine.world(), timeout);
  return true;
}

// --- Lock and RLock -----------------------------------------------------------------------------------------

uint32_t number_of(const Lock& lock) { return lock.waiters.object; }
uint32_t number_of(const RLock& lock) { return lock.waiters.object; }
// How often its holder has it.
uint32_t depth_of(const Lock& lock) { return lock.locked ? 1 : 0; }
uint32_t depth_of(const RLock& lock) { return lock.depth; }

// Takes a lock, or goes on taking it; who takes it again tells nobody. `condition`: whose lock it is, or 0.
template <class T>
Progress take(Machine& machine, T& lock, Time deadline, bool& acquired, uint32_t condition = 0) {
  Task& task = machine.thread().task;
  const bool is_patient = (task.wait.phase == 0 ? deadline : task.wait.deadline) == kNever;
  const Progress progress = lock.acquire(machine.world(), task, deadline, acquired);
  if (progress == Progress::done && acquired && depth_of(lock) == 1) {
    machine.tell(SyncKind::lock_acquired, number_of(lock), condition, is_patient);
  }
  return progress;
}

template <class T>
Step give_back(Machine& machine, Call& call, T& lock) {
  const SyncError error = lock.release(machine.world(), machine.thread().task);
  if (error != SyncError::none) {
    machine.tell(SyncKind::lock_misreleased, number_of(lock));
    return raise_sync(machine, error);
  }
  if (depth_of(lock) == 0) machine.tell(SyncKind::lock_released, number_of(lock));
  return call.none();
}

template <class T>
Step acquire_any(Machine& machine, Call& call) {
  Time deadline = kNever;
  if (!call.reentered() && !lock_deadline(machine, call, deadline)) return Step::raised;
  bool acquired = false;
  const Progress progress = take(machine, primitive_of<T>(call), deadline, acquired);
  return from_progress(call, progress, Value::boolean(acquired));
}

template <class T>
Step enter_any(Machine& machine, Call& call) {
  bool acquired = false;
  const Progress progress = take(machine, primitive_of<T>(call), kNever, acquired);
  return from_progress(call, progress, Value::boolean(true));
}

template <class T>
Step release_any(Machine& machine, Call& call) {
  return give_back(machine, call, primitive_of<T>(call));
}

Step lock_locked(Machine&, Call& call) {
  return call.done(Value::boolean(primitive_of<Lock>(call).locked));
}

Step lock_repr(Machine& machine, Call& call) {
  return call.done(machine.heap().make_str(fmt::format(
      "<{} _thread.lock object at {:#x}>", primitive_of<Lock>(call).locked ? "locked" : "unlocked",
      shown_address(machine, call[0]))));
}

Step rlock_is_owned(Machine& machine, Call& call) {
  return call.done(Value::boolean(primitive_of<RLock>(call).is_owned(machine.thread().task)));
}

Step rlock_repr(Machine& machine, Call& call) {
  const RLock& lock = primitive_of<RLock>(call);
  uint64_t owner = 0;
  for (ThreadObject* thread = machine.state().first_thread; thread != nullptr; thread = thread->next) {
    if (lock.depth != 0 && lock.holder.is(thread->task)) owner = thread->ident;
  }
  return call.done(machine.heap().make_str(
      fmt::format("<{} _thread.RLock object owner={} count={} at {:#x}>",
                  lock.depth != 0 ? "locked" : "unlocked", owner, lock.depth,
                  shown_address(machine, call[0]))));
}

constexpr NativeRow kLockMethods[] = {
    {"acquire", "(self, blocking=True, timeout=-1)", "Lock the lock.", acquire_any<Lock>,
     Effect::operation, OperationKind::lock_acquire},
    {"release", "(self)", "Release the lock.", release_any<Lock>, Effect::operation,
     OperationKind::lock_release},
    {"locked", "(self)", "Return whether the lock is in the locked state.", lock_locked, Effect::reads},
    {"__enter__", "(self)", "Lock the lock.", enter_any<Lock>, Effect::operation,
     OperationKind::lock_acquire},
    {"__exit__", "(self, *args)", "Release the lock.", release_any<Lock>, Effect::operation,
     OperationKind::lock_release},
    {"acquire_lock", "(self, blocking=True, timeout=-1)", "Lock the lock.", acquire_any<Lock>,
     Effect::operation, OperationKind::lock_acquire},
    {"release_lock", "(self)", "Release the lock.", release_any<Lock>, Effect::operation,
     OperationKind::lock_release},
    {"__repr__", "(self, /)", "Return repr(self).", lock_repr, Effect::reads},
};

constexpr NativeRow kRLockMethods[] = {
    {"acquire", "(self, blocking=True, timeout=-1)", "Lock the lock.", acquire_any<RLock>,
     Effect::operation, OperationKind::lock_acquire},
    {"release", "(self)", "Release the lock.", release_any<RLock>, Effect::operation,
     OperationKind::lock_release},
    {"__enter__", "(self)", "Lock the lock.", enter_any<RLock>, Effect::operation,
     OperationKind::lock_acquire},
    {"__exit__", "(self, *args)", "Release the lock.", release_any<RLock>, Effect::operation,
     OperationKind::lock_release},
    {"_is_owned", "(self)", "Whether the current thread holds it.", rlock_is_owned, Effect::reads},
    {"__repr__", "(self, /)", "Return repr(self).", rlock_repr, Effect::reads},
};

Step make_lock(Machine& machine, Call& call) {
  return call.done(Value::object(
      make_primitive<Lock>(machine, builtin_class(BuiltinClass::lock), PrimitiveObject::lock)));
}

Step make_rlock(Machine& machine, Call& call) {
  return call.done(Value::object(
      make_primitive<RLock>(machine, builtin_class(BuiltinClass::rlock), PrimitiveObject::rlock)));
}

// What library code guards its own data with, between two visible operations. Where threads switch
// only at visible operations such a lock is always free, unless one stands inside.
template <class Action>
Step quietly(Call& call, Action action) {
  auto* object = as<PrimitiveObject>(call[0]);
  return object->extra == PrimitiveObject::lock ? action(object->get<Lock>()) : action(object->get<RLock>());
}

Step acquire_quietly(Machine& machine, Call& call) {
  return quietly(call, [&](auto& lock) {
    bool acquired = false;
    const Progress progress = lock.acquire(machine.world(), machine.thread().task, kNever, acquired);
    if (progress == Progress::done) machine.tell(SyncKind::quietly_acquired, number_of(lock));
    return from_progress(call, progress, Value::boolean(true));
  });
}

Step release_quietly(Machine& machine, Call& call) {
  return quietly(call, [&](auto& lock) {
    const SyncError error = lock.release(machine.world(), machine.thread().task);
    if (error != SyncError::none) return raise_sync(machine, error);
    machine.tell(SyncKind::quietly_released, number_of(lock));
    return call.none();
  });
}

// --- Condition ------------------------------------------------------------------------------------------------

Step condition_new(Machine& machine, Call& call) {
  auto* condition = make_primitive<Condition>(machine, as<ClassObject>(call[0]),
                                              PrimitiveObject::condition);
  return call.done(Value::object(condition));
}

Step condition_init(Machine& machine, Call& call) {
  auto* condition = as<PrimitiveObject>(call[0]);
  Value lock = call.given(1) ? call[1] : Value::none();
  if (lock.is_none()) {
    lock = Value::object(
        make_primitive<RLock>(machine, builtin_class(BuiltinClass::rlock), PrimitiveObject::rlock));
  }
  auto* primitive = try_as<PrimitiveObject>(lock);
  if (primitive == nullptr ||
      (primitive->extra != PrimitiveObject::lock && primitive->extra != PrimitiveObject::rlock)) {
    return machine.raise_format(BuiltinClass::type_error,
                                "Condition() wants a Lock or an RLock, not '{}'",
                                Machine::class_name(lock));
  }
  condition->values[0] = lock;
  return call.none();
}

// Calls `action` with the condition's lock as what it is.
template <class Action>
auto with_lock(Call& call, Action action) {
  auto* lock = as<PrimitiveObject>(as<PrimitiveObject>(call[0])->values[0]);
  return lock->extra == PrimitiveObject::lock ? action(lock->get<Lock>()) : action(lock->get<RLock>());
}

Step condition_wait(Machine& machine, Call& call) {
  Time deadline = kNever;
  if (!call.reentered() && !wait_deadline(machine, call.given(1) ? call[1] : Value::none(), deadline)) {
    return Step::raised;
  }
  Condition& condition = primitive_of<Condition>(call);
  bool notified = false;
  SyncError error = SyncError::none;
  const bool is_called = machine.thread().task.wait.phase == 0;
  const Progress progress = with_lock(call, [&](auto& lock) {
    return condition.wait(machine.world(), machine.thread().task, lock, deadline, notified, error);
  });
  if (error == SyncError::none) {
    const uint32_t number = condition.waiters.object;
    const uint32_t lock = with_lock(call, [](auto& any) { return number_of(any); });
    if (is_called) {
      machine.tell(SyncKind::condition_waits, number);
      machine.tell(SyncKind::lock_released, lock);
    }
    if (progress == Progress::done) {
      machine.tell(notified ? SyncKind::condition_woken : SyncKind::condition_timed_out, number);
      machine.tell(SyncKind::lock_acquired, lock, number, true);
    }
  }
  if (progress == Progress::parked) {
    // Whoever is woken needs the lock before anything else.
    machine.thread().gate = as<PrimitiveObject>(call[0])->values[0].as_object();
    return Step::parked;
  }
  machine.thread().gate = nullptr;
  return error == SyncError::none ? call.done(Value::boolean(notified)) : raise_sync(machine, error);
}

Step notify(Machine& machine, Call& call, uint32_t count) {
  Condition& condition = primitive_of<Condition>(call);
  const uint32_t waiting = condition.waiters.size;
  const SyncError error = with_lock(call, [&](auto& lock) {
    return condition.notify(machine.world(), machine.thread().task, lock, count);
  });
  if (error != SyncError::none) return raise_sync(machine, error);
  machine.tell(SyncKind::condition_notified, condition.waiters.object, waiting - condition.waiters.size);
  return call.none();
}

Step condition_notify(Machine& machine, Call& call) {
  int64_t count = 1;
  if (call.given(1) && !machine.to_index(call[1], count)) return Step::raised;
  return notify(machine, call, static_cast<uint32_t>(std::max<int64_t>(0, count)));
}

Step condition_notify_all(Machine& machine, Call& call) { return notify(machine, call, UINT32_MAX); }

// A method by the name it once had: warns, and calls the one of today.
Step call_old_name(Machine& machine, Call& call, std::string_view old_name, std::string_view name) {
  Heap& heap = machine.heap();
  return machine.tail_call(call, machine.prelude("call_old_name"),
                           {call[0], heap.make_str(old_name), heap.make_str(name)});
}

Step condition_notify_all_old(Machine& machine, Call& call) {
  return call_old_name(machine, call, "notifyAll", "notify_all");
}

Step condition_acquire(Machine& machine, Call& call) {
  Time deadline = kNever;
  if (!call.reentered() && !lock_deadline(machine, call, deadline)) return Step::raised;
  bool acquired = false;
  const uint32_t condition = primitive_of<Condition>(call).waiters.object;
  const Progress progress =
      with_lock(call, [&](auto& lock) { return take(machine, lock, deadline, acquired, condition); });
  return from_progress(call, progress, Value::boolean(acquired));
}

Step condition_enter(Machine& machine, Call& call) {
  bool acquired = false;
  const uint32_t condition = primitive_of<Condition>(call).waiters.object;
  const Progress progress =
      with_lock(call, [&](auto& lock) { return take(machine, lock, kNever, acquired, condition); });
  return from_progress(call, progress, Value::boolean(true));
}

Step condition_release(Machine& machine, Call& call) {
  return with_lock(call, [&](auto& lock) { return give_back(machine, call, lock); });
}

Step condition_wait_for(Machine& machine, Call& call) {
  return machine.tail_call(call, machine.prelude("condition_wait_for"),
                           {call[0], call[1], call.given(2) ? call[2] : Value::none()});
}

Step condition_repr(Machine& machine, Call& call) {
  std::string lock;
  if (!machine.repr(as<PrimitiveObject>(call[0])->values[0], lock)) return Step::raised;
  return call.done(machine.heap().make_str(
      fmt::format("<Condition({}, {})>", lock, primitive_of<Condition>(call).waiters.size)));
}

Step condition_lock(Machine&, Call& call) {
  return call.done(as<PrimitiveObject>(call[0])->values[0]);
}

constexpr NativeRow kConditionMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a condition.", condition_new},
    {"__init__", "(self, lock=None)", "Initialize self.", condition_init},
    {"wait", "(self, timeout=None)", "Wait until notified or until a timeout occurs.", condition_wait,
     Effect::operation, OperationKind::condition_wait},
    {"wait_for", "(self, predicate, timeout=None)", "Wait until a condition evaluates to True.",
     condition_wait_for},
    {"notify", "(self, n=1)", "Wake up one or more threads waiting on this condition, if any.",
     condition_notify, Effect::operation, OperationKind::condition_notify},
    {"notify_all", "(self)", "Wake up all threads waiting on this condition.", condition_notify_all,
     Effect::operation, OperationKind::condition_notify},
    {"notifyAll", "(self)", "Deprecated: notify_all().", condition_notify_all_old},
    {"__repr__", "(self, /)", "Return repr(self).", condition_repr, Effect::reads},
    {"acquire", "(self, blocking=True, timeout=-1)", "Acquire the lock.", condition_acquire,
     Effect::operation, OperationKind::lock_acquire},
    {"release", "(self)", "Release the lock.", condition_release, Effect::operation,
     OperationKind::lock_release},
    {"__enter__", "(self)", "Acquire the lock.", condition_enter, Effect::operation,
     OperationKind::lock_acquire},
    {"__exit__", "(self, *args)", "Release the lock.", condition_release, Effect::operation,
     OperationKind::lock_release},
};

constexpr NativeAttribute kConditionAttributes[] = {
    {"_lock", "the lock", condition_lock, nullptr},
};

// --- Semaphore --------------------------------------------------------------------------------------------------

Step semaphore_new(Machine& machine, Call& call) {
  auto* semaphore = make_primitive<Semaphore>(machine, as<ClassObject>(call[0]),
                                              PrimitiveObject::semaphore);
  return call.done(Value::object(semaphore));
}

Step semaphore_init(Machine& machine, Call& call) {
  int64_t value = 1;
  if (call.given(1) && !machine.to_index(call[1], value)) return Step::raised;
  const bool bounded = is_instance(call[0], BuiltinClass::bounded_semaphore);
  const SyncError error = primitive_of<Semaphore>(call).initialise(value, bounded);
  return error == SyncError::none ? call.none() : raise_sync(machine, error);
}

Step semaphore_acquire(Machine& machine, Call& call) {
  Time deadline = kNever;
  if (!call.reentered()) {
    const bool blocking = !call.given(1) || Machine::plain_truth(call[1]) != 0;
    const bool timed = call.given(2) && !call[2].is_none();
    if (!blocking && timed) return raise_sync(machine, SyncError::semaphore_timeout_for_non_blocking);
    if (!blocking) {
      deadline = kNonBlocking;
    } else if (!wait_deadline(machine, call.given(2) ? call[2] : Value::none(), deadline)) {
      return Step::raised;
    }
  }
  bool acquired = false;
  auto& semaphore = primitive_of<Semaphore>(call);
  const Progress progress =
      semaphore.acquire(machine.world(), machine.thread().task, deadline, acquired);
  if (progress == Progress::done && acquired) {
    machine.tell(SyncKind::semaphore_acquired, semaphore.waiters.object);
  }
  return from_progress(call, progress, Value::boolean(acquired));
}

Step give_permits(Machine& machine, Call& call, int64_t count) {
  auto& semaphore = primitive_of<Semaphore>(call);
  const SyncError error = semaphore.release(machine.world(), count);
  const uint32_t number = semaphore.waiters.object;
  if (error != SyncError::none) {
    if (error == SyncError::semaphore_released_too_often) machine.tell(SyncKind::semaphore_misreleased, number);
    return raise_sync(machine, error);
  }
  // One that begins with nothing is there to be raised.
  const bool has_too_many = semaphore.initial > 0 && semaphore.value > semaphore.initial;
  machine.tell(SyncKind::semaphore_released, number,
               has_too_many ? static_cast<uint32_t>(semaphore.value - semaphore.initial) : 0);
  return call.none();
}

Step semaphore_release(Machine& machine, Call& call) {
  int64_t count = 1;
  if (call.given(1) && !machine.to_index(call[1], count)) return Step::raised;
  return give_permits(machine, call, count);
}

Step semaphore_exit(Machine& machine, Call& call) { return give_permits(machine, call, 1); }

Step semaphore_repr(Machine& machine, Call& call) {
  const auto& semaphore = primitive_of<Semaphore>(call);
  const std::string most = semaphore.bounded ? fmt::format("/{}", semaphore.initial) : std::string();
  return call.done(machine.heap().make_str(
      fmt::format("<{} at {:#x}: value={}{}>", full_class_name(call[0]),
                  shown_address(machine, call[0]), semaphore.value, most)));
}

Step semaphore_value(Machine&, Call& call) {
  return call.done(Value::small_int(primitive_of<Semaphore>(call).value));
}

constexpr NativeRow kSemaphoreMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a semaphore.", semaphore_new},
    {"__init__", "(self, value=1)", "Initialize self.", semaphore_init},
    {"acquire", "(self, blocking=True, timeout=None)",
     "Acquire a semaphore, decrementing the internal counter by one.", semaphore_acquire,
     Effect::operation, OperationKind::semaphore_acquire},
    {"release", "(self, n=1)", "Release a semaphore, incrementing the internal counter by one or more.",
     semaphore_release, Effect::operation, OperationKind::semaphore_release},
    {"__enter__", "(self, blocking=True, timeout=None)", "Acquire the semaphore.", semaphore_acquire,
     Effect::operation, OperationKind::semaphore_acquire},
    {"__exit__", "(self, *args)", "Release the semaphore.", semaphore_exit, Effect::operation,
     OperationKind::semaphore_release},
    {"__repr__", "(self, /)", "Return repr(self).", semaphore_repr, Effect::reads},
};

constexpr NativeAttribute kSemaphoreAttributes[] = {
    {"_value", "free permits", semaphore_value, nullptr},
};

// --- Event ------------------------------------------------------------------------------------------------------

Step event_new(Machine& machine, Call& call) {
  return call.done(Value::object(
      make_primitive<Event>(machine, as<ClassObject>(call[0]), PrimitiveObject::event)));
}

Step event_init(Machine&, Call& call) { return call.none(); }

Step event_set(Machine& machine, Call& call) {
  auto& event = primitive_of<Event>(call);
  event.set(machine.world());
  machine.tell(SyncKind::event_set, event.waiters.object);
  return call.none();
}

Step event_clear(Machine& machine, Call& call) {
  auto& event = primitive_of<Event>(call);
  event.clear();
  machine.tell(SyncKind::event_cleared, event.waiters.object);
  return call.none();
}

Step event_is_set(Machine& machine, Call& call) {
  const auto& event = primitive_of<Event>(call);
  if (event.is_set) machine.tell(SyncKind::event_seen, event.waiters.object);
  return call.done(Value::boolean(event.is_set));
}

Step event_is_set_old(Machine& machine, Call& call) {
  return call_old_name(machine, call, "isSet", "is_set");
}

Step event_wait(Machine& machine, Call& call) {
  Time deadline = kNever;
  if (!call.reentered() && !wait_deadline(machine, call.given(1) ? call[1] : Value::none(), deadline)) {
    return Step::raised;
  }
  bool signalled = false;
  auto& event = primitive_of<Event>(call);
  const Progress progress = event.wait(machine.world(), machine.thread().task, deadline, signalled);
  if (progress == Progress::done && signalled) machine.tell(SyncKind::event_seen, event.waiters.object);
  return from_progress(call, progress, Value::boolean(signalled));
}

Step event_repr(Machine& machine, Call& call) {
  return call.done(machine.heap().make_str(
      fmt::format("<{} at {:#x}: {}>", full_class_name(call[0]), shown_address(machine, call[0]),
                  primitive_of<Event>(call).is_set ? "set" : "unset")));
}

constexpr NativeRow kEventMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create an event.", event_new},
    {"__init__", "(self)", "Initialize self.", event_init},
    {"set", "(self)", "Set the internal flag to true.", event_set, Effect::operation,
     OperationKind::event_set},
    {"clear", "(self)", "Reset the internal flag to false.", event_clear, Effect::operation,
     OperationKind::event_clear},
    {"is_set", "(self)", "Return true if and only if the internal flag is true.", event_is_set,
     Effect::operation, OperationKind::event_read},
    {"isSet", "(self)", "Deprecated: is_set().", event_is_set_old},
    {"wait", "(self, timeout=None)", "Block until the internal flag is true.", event_wait,
     Effect::operation, OperationKind::event_wait},
    {"__repr__", "(self, /)", "Return repr(self).", event_repr, Effect::reads},
};

// --- threads ----------------------------------------------------------------------------------------------------

// (function, handle, daemon, name): a thread that will call function(); not started.
Step thread_make(Machine& machine, Call& call) {
  ThreadObject* thread = machine.make_thread(call[0], std::span<const Value>(), call[1],
                                             as<StrObject>(call[3]),
                                             Machine::plain_truth(call[2]) == 1);
  return call.done(Value::object(thread));
}

Step thread_start(Machine& machine, Call& call) {
  if (!machine.start_thread(*as<ThreadObject>(call[0]))) {
    return machine.raise(BuiltinClass::runtime_error, "can't start new thread");
  }
  return call.none();
}

Step thread_join(Machine& machine, Call& call) {
  Time deadline = kNever;
  if (!call.reentered() && !wait_deadline(machine, call[1], deadline)) return Step::raised;
  bool ended = false;
  auto* thread = as<ThreadObject>(call[0]);
  const Progress progress = thread->ended.wait(machine.world(), machine.thread().task, deadline, ended);
  if (progress == Progress::done && ended) machine.tell(SyncKind::thread_joined, thread->task.id + 1);
  return from_progress(call, progress, Value::boolean(ended));
}

Step thread_has_ended(Machine& machine, Call& call) {
  const auto* thread = as<ThreadObject>(call[0]);
  if (thread->ended.is_open) machine.tell(SyncKind::thread_joined, thread->task.id + 1);
  return call.done(Value::boolean(thread->ended.is_open));
}

Step note_threads_counted(Machine& machine, Call& call) {
  machine.tell(SyncKind::threads_counted, 0u);
  return call.none();
}

Step thread_ident(Machine& machine, Call& call) {
  return call.done(machine.heap().make_int(as<ThreadObject>(call[0])->ident));
}

// The number the operating system would know it by: small, in order of starting.
Step thread_native_id(Machine& machine, Call& call) {
  constexpr uint64_t kFirst = 10000;
  return call.done(machine.heap().make_int(kFirst + as<ThreadObject>(call[0])->task.id));
}

Step current_thread_state(Machine& machine, Call& call) {
  return call.done(Value::object(&machine.thread()));
}

Step main_thread_state(Machine& machine, Call& call) {
  return call.done(Value::object(machine.state().first_thread));
}

Step thread_handle(Machine&, Call& call) { return call.done(as<ThreadObject>(call[0])->handle); }

Step thread_set_handle(Machine&, Call& call) {
  as<ThreadObject>(call[0])->handle = call[1];
  return call.none();
}

Step thread_is_daemon(Machine&, Call& call) {
  return call.done(Value::boolean(as<ThreadObject>(call[0])->task.daemon));
}

// What is to be called when the main module has ended, the latest first.
Step register_exit_function(Machine& machine, Call& call) {
  ArrayObject* old = machine.state().exit_functions;
  const uint32_t count = old == nullptr ? 0 : old->size;
  ArrayObject* functions = machine.heap().make_array(count + 1);
  for (uint32_t i = 0; i < count; i++) functions->items[i] = old->items[i];
  functions->items[count] = call[0];
  machine.state().exit_functions = functions;
  return call.none();
}

Step get_ident(Machine& machine, Call& call) {
  return call.done(machine.heap().make_int(machine.thread().ident));
}

constexpr NativeRow kThreadNatives[] = {
    {"allocate_lock", "()", "Create a new lock object.", make_lock},
    {"Lock", "()", "Create a new lock object.", make_lock},
    {"RLock", "()", "Create a new reentrant lock object.", make_rlock},
    {"get_ident", "()", "Return the identifier of the current thread.", get_ident},
    {"_acquire_quietly", "(lock, /)", "", acquire_quietly},
    {"_release_quietly", "(lock, /)", "", release_quietly},
    {"_register_exit_function", "(function, /)", "", register_exit_function},
    {"_make", "(function, handle, daemon, name, /)", "", thread_make},
    {"_start", "(state, /)", "", thread_start, Effect::operation, OperationKind::thread_start},
    {"_join", "(state, timeout, /)", "", thread_join, Effect::operation, OperationKind::thread_join},
    {"_has_ended", "(state, /)", "", thread_has_ended, Effect::operation, OperationKind::thread_join},
    {"_note_counted", "()", "", note_threads_counted},
    {"_ident", "(state, /)", "", thread_ident},
    {"_native_id", "(state, /)", "", thread_native_id},
    {"_current", "()", "", current_thread_state},
    {"_main", "()", "", main_thread_state},
    {"_handle", "(state, /)", "", thread_handle},
    {"_set_handle", "(state, handle, /)", "", thread_set_handle},
    {"_is_daemon", "(state, /)", "", thread_is_daemon},
};

constexpr ConstantRow kThreadConstants[] = {
    {.name = "Condition", .type = ConstantRow::Type::cls, .cls = BuiltinClass::condition},
    {.name = "Semaphore", .type = ConstantRow::Type::cls, .cls = BuiltinClass::semaphore},
    {.name = "BoundedSemaphore", .type = ConstantRow::Type::cls, .cls = BuiltinClass::bounded_semaphore},
    {.name = "Event", .type = ConstantRow::Type::cls, .cls = BuiltinClass::event},
    {.name = "local", .type = ConstantRow::Type::cls, .cls = BuiltinClass::thread_local_},
    {.name = "TIMEOUT_MAX", .type = ConstantRow::Type::real, .real = 9223372036.0},
};

// --- thread-local data --------------------------------------------------------------------------------------------

Step local_new(Machine& machine, Call& call) {
  auto* cls = as<ClassObject>(call[0]);
  const bool has_arguments = as<TupleObject>(call[1])->size != 0 || as<DictObject>(call[2])->size != 0;
  const Value init = Machine::lookup(cls, name(Special::init));
  if (has_arguments && is_kind(init, Kind::native)) {
    return machine.raise(BuiltinClass::type_error, "Initialization arguments are not supported");
  }
  auto* local = machine.heap().allocate<ThreadLocalObject>(cls, Kind::thread_storage);
  local->dicts = nullptr;
  local->arguments = call[1];
  local->keywords = call[2];
  // The maker's own __init__ runs now; every other thread's at its first use.
  begin_thread_local(machine, local);
  return call.done(Value::object(local));
}

Step local_init(Machine&, Call& call) { return call.none(); }

constexpr NativeRow kLocalMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create thread-local data.", local_new},
    {"__init__", "(self, /, *args, **kwargs)", "Initialize self.", local_init},
};

// --- time.sleep ---------------------------------------------------------------------------------------------------

Step time_sleep(Machine& machine, Call& call) {
  Time deadline = 0;
  if (!call.reentered()) {
    Time duration = 0;
    if (!to_nanoseconds(machine, call[0], duration)) return Step::raised;
    if (duration < 0) {
      return machine.raise(BuiltinClass::value_error, "sleep length must be non-negative");
    }
    deadline = deadline_after(machine.world(), duration);
  }
  const Progress progress = sleep_until(machine.world(), machine.thread().task, deadline);
  return from_progress(call, progress, Value::none());
}

constexpr NativeRow kSleep[] = {
    {"sleep", "(seconds, /)", "Delay execution for a given number of seconds.", time_sleep,
     Effect::operation, OperationKind::sleep},
};

}  // namespace

void add_thread_natives(RegistryBuilder& builder) {
  builder.functions("_thread", kThreadNatives);
  builder.constants("_thread", kThreadConstants);
  builder.functions("time", kSleep);
  builder.methods(BuiltinClass::lock, kLockMethods);
  builder.methods(BuiltinClass::rlock, kRLockMethods);
  builder.methods(BuiltinClass::condition, kConditionMethods);
  builder.attributes(BuiltinClass::condition, kConditionAttributes);
  builder.methods(BuiltinClass::semaphore, kSemaphoreMethods);
  builder.attributes(BuiltinClass::semaphore, kSemaphoreAttributes);
  builder.methods(BuiltinClass::event, kEventMethods);
  builder.methods(BuiltinClass::thread_local_, kLocalMethods);
}

}  // namespace lockstep
