#include <string>

#include "modules/arguments.h"
#include "modules/async_support.h"
#include "modules/registry_builder.h"
#include "vm/attributes.h"
#include "vm/classes.h"
#include "vm/generators.h"
#include "vm/raise.h"

// asyncio.Future and Task as scripts see them. What a loop does with them is async_loop.cpp.

namespace lockstep {

namespace {

using State = AsyncFutureObject::State;

Step raise_invalid_state(Machine& machine, std::string_view message) {
  auto* cls = as<ClassObject>(async_part(machine, AsyncPart::invalid_state_error));
  return machine.raise(machine.heap().make_exception(cls, message));
}

bool is_pending(const AsyncFutureObject* future) { return future->state == State::pending; }

Step future_new(Machine& machine, Call& call) {
  const bool is_a_task =
      is_subclass(as<ClassObject>(call[0]), builtin_class(BuiltinClass::async_task));
  AsyncFutureObject* future =
      is_a_task ? allocate_for<AsyncTaskObject>(machine, call[0], Kind::async_future)
                : allocate_for<AsyncFutureObject>(machine, call[0], Kind::async_future);
  begin_future(future, is_a_task ? AsyncFutureObject::task : AsyncFutureObject::future, nullptr);
  return call.done(Value::object(future));
}

// The loop of a future that is being made. `done` with null: it has to be asked for (`called`).
Step choose_loop(Machine& machine, Call& call, uint8_t phase, Value given, EventLoopObject*& loop) {
  Value value = given.is_empty() ? Value::none() : given;
  if (call.phase() == phase) value = call.answer();
  if (value.is_none()) value = machine.thread().running_loop;
  if (value.is_empty()) {
    return machine.call(call, phase, async_part(machine, AsyncPart::any_loop), {});
  }
  loop = try_as<EventLoopObject>(value);
  if (loop == nullptr) {
    return machine.raise_format(BuiltinClass::type_error, "loop must be an event loop, not '{}'",
                                Machine::class_name(value));
  }
  return Step::done;
}

// (self, *, loop=None)
Step future_init(Machine& machine, Call& call) {
  constexpr uint8_t kAsked = 1;
  EventLoopObject* loop = nullptr;
  const Step step = choose_loop(machine, call, kAsked, call[1], loop);
  if (step != Step::done) return step;
  future_of(call)->loop = loop;
  return call.none();
}

Step future_done(Machine&, Call& call) { return call.done(Value::boolean(!is_pending(future_of(call)))); }

Step future_cancelled(Machine&, Call& call) {
  return call.done(Value::boolean(future_of(call)->state == State::cancelled));
}

Step result_method(Machine& machine, Call& call) {
  if (is_pending(future_of(call))) return raise_invalid_state(machine, "Result is not set.");
  Value out;
  return future_result(machine, future_of(call), out) == Step::raised ? Step::raised : call.done(out);
}

Step exception_method(Machine& machine, Call& call) {
  AsyncFutureObject* future = future_of(call);
  if (is_pending(future)) return raise_invalid_state(machine, "Exception is not set.");
  if (future->state == State::cancelled) return machine.raise(make_cancelled(machine, future));
  future->log_traceback = false;
  return future->failed ? call.done(future->value) : call.none();
}

// False: raised.
bool may_be_set(Machine& machine, AsyncFutureObject* future, const char* what) {
  if (future->extra == AsyncFutureObject::task) {
    machine.raise_format(BuiltinClass::runtime_error, "Task does not support {} operation", what);
    return false;
  }
  if (is_pending(future)) return true;
  raise_invalid_state(machine, "invalid state");
  return false;
}

Step set_result_method(Machine& machine, Call& call) {
  if (!may_be_set(machine, future_of(call), "set_result")) return Step::raised;
  finish_future(machine, future_of(call), call[1]);
  return call.none();
}

Step set_exception_method(Machine& machine, Call& call) {
  constexpr uint8_t kMade = 1;
  if (!may_be_set(machine, future_of(call), "set_exception")) return Step::raised;
  Value exception = call[1];
  const auto* cls = try_as<ClassObject>(exception);
  if (call.phase() == kMade) {
    exception = call.answer();
  } else if (cls != nullptr && is_subclass(cls, builtin_class(BuiltinClass::base_exception))) {
    return machine.call(call, kMade, exception, {});
  }
  if (!is_kind(exception, Kind::exception)) {
    return machine.raise(BuiltinClass::type_error, "invalid exception object");
  }
  if (is_instance(exception, BuiltinClass::stop_iteration)) {
    return machine.raise(BuiltinClass::type_error,
                         "StopIteration interacts badly with generators and cannot be raised into a Future");
  }
  fail_future(machine, future_of(call), as<ExceptionObject>(exception));
  return call.none();
}

// (self, fn, /, *, context=None)
Step add_callback_method(Machine& machine, Call& call) {
  const Value context =
      call.given(2) && !call[2].is_none() ? call[2] : copy_context(machine);
  add_done_callback(machine, future_of(call), call[1], context);
  return call.none();
}

bool same_callback(Value a, Value b) { return a == b || Machine::plain_equal(a, b) == 1; }

Step remove_callback_method(Machine& machine, Call& call) {
  AsyncFutureObject* future = future_of(call);
  int64_t removed = 0;
  std::vector<Value> kept;
  const auto look = [&](Value callback, Value context) {
    if (callback.is_empty()) return;
    if (same_callback(callback, call[1])) {
      removed++;
    } else {
      kept.push_back(callback);
      kept.push_back(context);
    }
  };
  look(future->callback, future->context);
  if (auto* list = try_as<ListObject>(future->more)) {
    for (uint32_t i = 0; i + 1 < list->size; i += 2) look(list->items()[i], list->items()[i + 1]);
  }
  if (removed != 0) {
    future->callback = Value::empty();
    future->context = Value::empty();
    future->more = Value::empty();
    for (size_t i = 0; i < kept.size(); i += 2) add_done_callback(machine, future, kept[i], kept[i + 1]);
  }
  return call.done(Value::small_int(removed));
}

// (self, msg=None)
Step cancel_method(Machine& machine, Call& call) {
  constexpr uint8_t kAsked = 1;
  bool answer = false;
  AsyncFutureObject* future = future_of(call);
  if (call.phase() == 0) future->log_traceback = false;
  const Step step = cancel_any(machine, call, kAsked, future, call.given(1) ? call[1] : Value::none(),
                               true, answer);
  return step == Step::done ? call.done(Value::boolean(answer)) : step;
}

Step get_loop_method(Machine&, Call& call) {
  const auto* loop = future_of(call)->loop;
  return loop == nullptr ? call.none() : call.done(Value::object(loop));
}

Step await_method(Machine& machine, Call& call) {
  return machine.tail_call(call, async_part(machine, AsyncPart::future_iterator), {call[0]});
}

Step future_repr(Machine& machine, Call& call) {
  return machine.tail_call(call, async_part(machine, AsyncPart::future_repr), {call[0]});
}

Step make_cancelled_method(Machine& machine, Call& call) {
  return call.done(Value::object(make_cancelled(machine, future_of(call))));
}

Step class_item(Machine& machine, Call& call) {
  return machine.tail_call(call, machine.prelude("generic_alias"), {call[0], call[1]});
}

constexpr auto kFuturePush = OperationKind::loop_push;
constexpr auto kFutureOperation = Effect::operation;
constexpr NativeRow kFutureMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a future.", future_new},
    {"__init__", "(self, *, loop=None)", "Initialize self.", future_init},
    {"done", "(self, /)", "Return True if the future is done.", future_done},
    {"cancelled", "(self, /)", "Return True if the future was cancelled.", future_cancelled},
    {"result", "(self, /)", "Return the result this future represents.", result_method},
    {"exception", "(self, /)", "Return the exception that was set on this future.", exception_method},
    {"set_result", "(self, result, /)", "Mark the future done and set its result.", set_result_method,
     kFutureOperation, kFuturePush},
    {"set_exception", "(self, exception, /)", "Mark the future done and set an exception.",
     set_exception_method, kFutureOperation, kFuturePush},
    {"add_done_callback", "(self, fn, /, *, context=None)",
     "Add a callback to be run when the future becomes done.", add_callback_method, kFutureOperation, kFuturePush},
    {"remove_done_callback", "(self, fn, /)", "Remove all instances of a callback from the list.",
     remove_callback_method},
    {"cancel", "(self, msg=None)", "Cancel the future and schedule callbacks.", cancel_method, kFutureOperation,
     kFuturePush},
    {"get_loop", "(self, /)", "Return the event loop the Future is bound to.", get_loop_method},
    {"__await__", "(self, /)", "Return an iterator to be used in await.", await_method},
    {"__iter__", "(self, /)", "Implement iter(self).", await_method},
    {"__repr__", "(self, /)", "Return repr(self).", future_repr},
    {"_make_cancelled_error", "(self, /)", "Create the CancelledError to raise.", make_cancelled_method},
    {"__class_getitem__", "(cls, item, /)", "", class_item, Effect::none, OperationKind::none,
     NativeRow::Form::class_method},
};

Step get_state(Machine& machine, Call& call) {
  static constexpr const char* kWords[] = {"PENDING", "CANCELLED", "FINISHED"};
  return call.done(machine.intern(kWords[static_cast<int>(future_of(call)->state)]));
}

// The callbacks as asyncio keeps them: [(callback, context), ...]. A task stands for its waking.
Step get_callbacks(Machine& machine, Call& call) {
  AsyncFutureObject* future = future_of(call);
  Heap& heap = machine.heap();
  ListObject* list = heap.make_list();
  const auto add = [&](Value callback, Value context) {
    if (callback.is_empty()) return;
    heap.append(list, Value::object(heap.make_tuple(
                          {callback, context.is_empty() ? Value::none() : context})));
  };
  add(future->callback, future->context);
  if (auto* more = try_as<ListObject>(future->more)) {
    for (uint32_t i = 0; i + 1 < more->size; i += 2) add(more->items()[i], more->items()[i + 1]);
  }
  return call.done(Value::object(list));
}

Step get_result(Machine&, Call& call) {
  AsyncFutureObject* future = future_of(call);
  const bool has = future->state == State::finished && !future->failed;
  return has ? call.done(future->value) : call.none();
}

Step get_exception(Machine&, Call& call) {
  AsyncFutureObject* future = future_of(call);
  return future->failed ? call.done(future->value) : call.none();
}

Step get_log_traceback(Machine&, Call& call) {
  return call.done(Value::boolean(future_of(call)->log_traceback));
}

Step set_log_traceback(Machine& machine, Call& call) {
  if (Machine::plain_truth(call[1]) != 0) {
    return machine.raise(BuiltinClass::value_error, "_log_traceback can only be set to False");
  }
  future_of(call)->log_traceback = false;
  return call.none();
}

Step get_blocking(Machine&, Call& call) { return call.done(Value::boolean(future_of(call)->is_blocking)); }

Step set_blocking(Machine&, Call& call) {
  future_of(call)->is_blocking = Machine::plain_truth(call[1]) == 1;
  return call.none();
}

Step get_cancel_message(Machine&, Call& call) {
  AsyncFutureObject* future = future_of(call);
  const bool has = future->state == State::cancelled || future->must_cancel;
  return has && !future->value.is_empty() ? call.done(future->value) : call.none();
}

constexpr NativeAttribute kFutureAttributes[] = {
    {"_state", "", get_state, nullptr},
    {"_loop", "", get_loop_method, nullptr},
    {"_callbacks", "", get_callbacks, nullptr},
    {"_result", "", get_result, nullptr},
    {"_exception", "", get_exception, nullptr},
    {"_log_traceback", "", get_log_traceback, set_log_traceback},
    {"_asyncio_future_blocking", "", get_blocking, set_blocking},
    {"_cancel_message", "", get_cancel_message, nullptr},
};

// --- Task -----------------------------------------------------------------------------------------------------

AsyncTaskObject* task_in(Call& call) { return task_of(future_of(call)); }

// (self, coro, *, loop=None, name=None, context=None)
Step task_init(Machine& machine, Call& call) {
  constexpr uint8_t kAsked = 1;
  constexpr uint8_t kNamed = 2;
  constexpr uint8_t kShown = 3;
  const Value coroutine = call[1];
  const auto* generator = try_as<GeneratorObject>(coroutine);
  const bool is_native =
      generator != nullptr && (generator->extra == GeneratorObject::coroutine || generator->is_awaitable);
  Value self;
  if (!is_native && (generator != nullptr ||
                     special_method(machine, coroutine, name(Name::send), self).is_empty() ||
                     special_method(machine, coroutine, name(Special::await), self).is_empty())) {
    if (call.phase() != kShown) {
      return machine.call(call, kShown, machine.builtin_value(as<StrObject>(machine.intern("repr"))), {coroutine});
    }
    return machine.raise_format(BuiltinClass::type_error, "a coroutine was expected, got {}",
                                as<StrObject>(call.answer())->view());
  }
  EventLoopObject* loop = nullptr;
  Value task_name = call.given(3) ? call[3] : Value::none();
  if (call.phase() == kNamed) {
    task_name = call.answer();
    loop = as<EventLoopObject>(call.scratch(0));
  } else {
    const Step step = choose_loop(machine, call, kAsked, call[2], loop);
    if (step != Step::done) return step;
    if (!task_name.is_none() && !is_kind(task_name, Kind::string)) {
      call.scratch(0) = Value::object(loop);
      return machine.call(call, kNamed, Value::object(builtin_class(BuiltinClass::str)), {task_name});
    }
  }
  const Value context = call.given(4) && !call[4].is_none() ? call[4] : copy_context(machine);
  start_task(machine, task_in(call), loop, coroutine, task_name, context);
  return call.none();
}

Step task_coroutine(Machine&, Call& call) {
  const Value coroutine = task_in(call)->coroutine;
  return coroutine.is_empty() ? call.none() : call.done(coroutine);
}

Step task_get_name(Machine& machine, Call& call) {
  AsyncTaskObject* task = task_in(call);
  if (task->name.is_small_int()) task->name = machine.heap().make_str(task_name_of(task));
  return call.done(task->name);
}

Step task_set_name(Machine& machine, Call& call) {
  constexpr uint8_t kNamed = 1;
  if (call.phase() != kNamed && !is_kind(call[1], Kind::string)) {
    return machine.call(call, kNamed, Value::object(builtin_class(BuiltinClass::str)), {call[1]});
  }
  task_in(call)->name = call.phase() == kNamed ? call.answer() : call[1];
  return call.none();
}

Step task_cancelling(Machine&, Call& call) {
  return call.done(Value::small_int(task_in(call)->cancel_requests));
}

Step task_uncancel(Machine&, Call& call) {
  AsyncTaskObject* task = task_in(call);
  if (task->cancel_requests > 0) task->cancel_requests--;
  return call.done(Value::small_int(task->cancel_requests));
}

Step task_waiter(Machine&, Call& call) {
  const Value waiter = task_in(call)->waiter;
  return waiter.is_empty() ? call.none() : call.done(waiter);
}

Step task_must_cancel(Machine&, Call& call) {
  return call.done(Value::boolean(task_in(call)->must_cancel));
}

Step task_context(Machine&, Call& call) {
  const Value context = task_in(call)->own_context;
  return context.is_empty() ? call.none() : call.done(context);
}

// (self, *, limit=None)
Step task_get_stack(Machine& machine, Call& call) {
  return machine.tail_call(call, async_part(machine, AsyncPart::task_stack),
                           {call[0], call.given(1) ? call[1] : Value::none()});
}

// (self, *, limit=None, file=None)
Step task_print_stack(Machine& machine, Call& call) {
  return machine.tail_call(call, async_part(machine, AsyncPart::task_print_stack),
                           {call[0], call.given(1) ? call[1] : Value::none(),
                            call.given(2) ? call[2] : Value::none()});
}

constexpr NativeRow kTaskMethods[] = {
    {"__init__", "(self, coro, *, loop=None, name=None, context=None)", "Initialize self.", task_init},
    {"get_coro", "(self, /)", "", task_coroutine},
    {"get_name", "(self, /)", "", task_get_name},
    {"set_name", "(self, value, /)", "", task_set_name},
    {"cancelling", "(self, /)", "Return the count of the task's cancellation requests.", task_cancelling},
    {"uncancel", "(self, /)", "Decrement the task's count of cancellation requests.", task_uncancel},
    {"get_stack", "(self, *, limit=None)", "Return the list of stack frames for this task's coroutine.",
     task_get_stack},
    {"print_stack", "(self, *, limit=None, file=None)",
     "Print the stack or traceback for this task's coroutine.", task_print_stack},
};

constexpr NativeAttribute kTaskAttributes[] = {
    {"_coro", "", task_coroutine, nullptr},
    {"_fut_waiter", "", task_waiter, nullptr},
    {"_must_cancel", "", task_must_cancel, nullptr},
    {"_context", "", task_context, nullptr},
};

// --- handles --------------------------------------------------------------------------------------------------

AsyncHandleObject* handle_of(Call& call) { return as<AsyncHandleObject>(call[0]); }

Step handle_cancel(Machine&, Call& call) {
  AsyncHandleObject* handle = handle_of(call);
  if ((handle->extra & AsyncHandleObject::kCancelled) != 0) return call.none();
  handle->extra |= AsyncHandleObject::kCancelled;
  if ((handle->extra & AsyncHandleObject::kScheduled) != 0) handle->loop->cancelled_timers++;
  handle->callback = Value::none();
  handle->arguments = Value::none();
  return call.none();
}

Step handle_cancelled(Machine&, Call& call) {
  return call.done(Value::boolean((handle_of(call)->extra & AsyncHandleObject::kCancelled) != 0));
}

Step handle_when(Machine&, Call& call) {
  return handle_of(call)->when.is_empty() ? call.none() : call.done(handle_of(call)->when);
}

Step handle_callback(Machine&, Call& call) { return call.done(handle_of(call)->callback); }
Step handle_arguments(Machine&, Call& call) { return call.done(handle_of(call)->arguments); }
Step handle_loop(Machine&, Call& call) { return call.done(Value::object(handle_of(call)->loop)); }

Step handle_repr(Machine& machine, Call& call) {
  return machine.tail_call(call, async_part(machine, AsyncPart::handle_repr), {call[0]});
}

constexpr NativeRow kHandleMethods[] = {
    {"cancel", "(self, /)", "Keep the callback from being called.", handle_cancel},
    {"cancelled", "(self, /)", "Return True if the callback was cancelled.", handle_cancelled},
    {"__repr__", "(self, /)", "Return repr(self).", handle_repr},
};

constexpr NativeRow kTimerMethods[] = {
    {"when", "(self, /)", "Return a scheduled callback time.", handle_when},
};

constexpr NativeAttribute kHandleAttributes[] = {
    {"_callback", "", handle_callback, nullptr},
    {"_args", "", handle_arguments, nullptr},
    {"_loop", "", handle_loop, nullptr},
    {"_cancelled", "", handle_cancelled, nullptr},
    {"_when", "", handle_when, nullptr},
};

}  // namespace

Step cancel_any(Machine& machine, Call& call, uint8_t phase, AsyncFutureObject* start, Value message,
                bool is_direct, bool& answer) {
  // The task whose waiter is asked next.
  AsyncTaskObject* behind = nullptr;
  const auto cancel_later = [&] {
    behind->must_cancel = true;
    behind->value = message;
  };
  if (call.phase() == phase) {
    const bool accepted = Machine::plain_truth(call.answer()) == 1;
    const Value asker = call.scratch(0);
    answer = accepted || !asker.is_empty();
    if (!accepted && !asker.is_empty()) {
      behind = task_of(as<AsyncFutureObject>(asker));
      cancel_later();
    }
    return Step::done;
  }
  AsyncFutureObject* at = start;
  // Tasks that wait for each other in a ring: CPython goes round until its stack is full.
  for (uint32_t depth = 0;; ++depth) {
    if (depth > machine.state().recursion_limit) {
      return machine.raise(BuiltinClass::recursion_error,
                           "maximum recursion depth exceeded while calling a Python object");
    }
    if (at->state != State::pending) {
      answer = behind != nullptr;
      if (behind != nullptr) cancel_later();
      return Step::done;
    }
    if ((at != start || !is_direct) && !at->cls->has(ClassObject::kBuiltin)) {
      Value self;
      const Value method =
          special_method(machine, Value::object(at), name(Name::cancel), self);
      if (!is_kind(method, Kind::native)) {
        call.scratch(0) = behind == nullptr ? Value::empty() : Value::object(behind);
        if (self.is_empty()) return machine.call(call, phase, method, {message});
        return machine.call(call, phase, method, {self, message});
      }
    }
    answer = true;
    if (at->extra != AsyncFutureObject::task) {
      mark_cancelled(machine, at, message, Value::empty());
      return Step::done;
    }
    AsyncTaskObject* task = task_of(at);
    task->cancel_requests++;
    behind = task;
    if (task->waiter.is_empty()) {
      cancel_later();
      return Step::done;
    }
    at = as<AsyncFutureObject>(task->waiter);
  }
}

void add_async_future(RegistryBuilder& builder) {
  builder.methods(BuiltinClass::async_future, kFutureMethods);
  builder.attributes(BuiltinClass::async_future, kFutureAttributes);
  builder.methods(BuiltinClass::async_task, kTaskMethods);
  builder.attributes(BuiltinClass::async_task, kTaskAttributes);
  builder.methods(BuiltinClass::async_handle, kHandleMethods);
  builder.attributes(BuiltinClass::async_handle, kHandleAttributes);
  builder.methods(BuiltinClass::async_timer_handle, kTimerMethods);
  static constexpr ConstantRow kConstants[] = {
      {.name = "Future", .type = ConstantRow::Type::cls, .cls = BuiltinClass::async_future},
      {.name = "Task", .type = ConstantRow::Type::cls, .cls = BuiltinClass::async_task},
      {.name = "Handle", .type = ConstantRow::Type::cls, .cls = BuiltinClass::async_handle},
      {.name = "TimerHandle", .type = ConstantRow::Type::cls, .cls = BuiltinClass::async_timer_handle},
      {.name = "EventLoop", .type = ConstantRow::Type::cls, .cls = BuiltinClass::event_loop},
  };
  builder.constants("_asyncio", kConstants);
}

}  // namespace lockstep
