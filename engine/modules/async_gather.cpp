#include <unordered_set>

#include "modules/arguments.h"
#include "modules/async_support.h"
#include "modules/registry_builder.h"
#include "vm/generators.h"

// asyncio.gather(), and the tasks it makes.
//
// The future that gather() returns stands for itself among the callbacks of its children, as a task does for its
// waking: so an entry of the ready queue for each child, in CPython's order, is counted here, and no function of
// a script or of the library is called for it.

namespace lockstep {

namespace {

using State = AsyncFutureObject::State;

bool is_coroutine(Value value) {
  const auto* generator = try_as<GeneratorObject>(value);
  return generator != nullptr && generator->extra == GeneratorObject::coroutine;
}

// A task of asyncio's own class in a loop where nothing of the script has a say in that.
AsyncTaskObject* make_task(Machine& machine, EventLoopObject* loop, Value coroutine, Value name) {
  auto* task = machine.heap().allocate<AsyncTaskObject>(builtin_class(BuiltinClass::async_task),
                                                        Kind::async_future);
  begin_future(task, AsyncFutureObject::task, nullptr);
  // As in CPython, which names the task afterwards, a name given does not save the number.
  if (!name.is_none()) machine.state().next_async_task++;
  start_task(machine, task, loop, coroutine, name, copy_context(machine));
  return task;
}

EventLoopObject* loop_that_runs(Machine& machine) {
  const Value running = machine.thread().running_loop;
  return is_kind(running, Kind::event_loop) ? as<EventLoopObject>(running) : nullptr;
}

// (coro, *, name=None, context=None)
Step create_task(Machine& machine, Call& call) {
  const Value name = call.given(1) ? call[1] : Value::none();
  const Value context = call.given(2) ? call[2] : Value::none();
  EventLoopObject* loop = loop_that_runs(machine);
  const bool is_simple = loop != nullptr && loop->is_plain && !loop->is_closed && is_coroutine(call[0]) &&
                         context.is_none() && (name.is_none() || is_kind(name, Kind::string));
  if (is_simple) return call.done(Value::object(make_task(machine, loop, call[0], name)));
  return machine.tail_call(call, async_part(machine, AsyncPart::create_task), {call[0], name, context});
}

Value item_of(Value sequence, uint32_t i) {
  if (const auto* tuple = try_as<TupleObject>(sequence)) return tuple->items[i];
  return as<ListObject>(sequence)->items()[i];
}

// The task made for a coroutine that was given twice.
Value known_task(ListObject* children, Value coroutine) {
  for (const Value child : children->all()) {
    auto* future = as<AsyncFutureObject>(child);
    if (future->extra == AsyncFutureObject::task && task_of(future)->coroutine == coroutine) return child;
  }
  return Value::empty();
}

// Whether a pending future has `callback` among its callbacks.
bool has_callback(const AsyncFutureObject* future, Value callback) {
  if (future->callback == callback) return true;
  auto* more = try_as<ListObject>(future->more);
  if (more == nullptr) return false;
  for (uint32_t i = 0; i + 1 < more->size; i += 2) {
    if (more->items()[i] == callback) return true;
  }
  return false;
}

// (what to gather, return_exceptions): the future of gather(), or None, and nothing was done, where that is for the
// Python code: only coroutines and futures of one loop are simple.
Step begin_gathering(Machine& machine, Call& call) {
  const Value given = call[0];
  const uint32_t count = is_kind(given, Kind::tuple) ? given.as_object()->size : as<ListObject>(given)->size;
  EventLoopObject* running = loop_that_runs(machine);
  EventLoopObject* loop = nullptr;
  for (uint32_t i = 0; i < count; i++) {
    const Value one = item_of(given, i);
    EventLoopObject* its = nullptr;
    if (is_coroutine(one)) {
      if (running == nullptr || !running->is_plain || running->is_closed) return call.none();
      its = running;
    } else if (const auto* future = try_as<AsyncFutureObject>(one)) {
      its = future->loop;
    }
    if (its == nullptr || (loop != nullptr && its != loop)) return call.none();
    loop = its;
  }
  auto* outer = allocate_for<AsyncGatheringObject>(machine, async_part(machine, AsyncPart::gathering),
                                                   Kind::async_future);
  begin_future(outer, AsyncFutureObject::gathering, loop);
  ListObject* children = machine.heap().make_list(count);
  outer->children = Value::object(children);
  outer->returns_exceptions = Machine::plain_truth(call[1]) == 1;
  outer->is_cancelled = false;
  outer->left = 0;
  const Value self = Value::object(outer);
  std::unordered_set<const Object*> seen;      // of those that are done already, whose callbacks tell nothing
  for (uint32_t i = 0; i < count; i++) {
    const Value one = item_of(given, i);
    if (auto* generator = try_as<GeneratorObject>(one)) {
      const Value known = generator->awaited ? known_task(children, one) : Value::empty();
      if (!known.is_empty()) {
        machine.heap().append(children, known);
        continue;
      }
      AsyncTaskObject* task = make_task(machine, loop, one, Value::none());
      add_done_callback(machine, task, self, Value::empty());
      machine.heap().append(children, Value::object(task));
      outer->left++;
      continue;
    }
    machine.heap().append(children, one);
    auto* future = as<AsyncFutureObject>(one);
    const bool is_known = future->state == State::pending ? has_callback(future, self) : !seen.insert(future).second;
    if (is_known) continue;
    add_done_callback(machine, future, self, Value::empty());
    outer->left++;
  }
  return call.done(self);
}

// Null of one that was made by hand.
AsyncGatheringObject* gathering_of(Call& call) {
  AsyncFutureObject* future = future_of(call);
  return future->extra == AsyncFutureObject::gathering ? static_cast<AsyncGatheringObject*>(future) : nullptr;
}

Step get_children(Machine&, Call& call) {
  const auto* outer = gathering_of(call);
  return outer == nullptr ? call.none() : call.done(outer->children);
}

Step get_cancel_requested(Machine&, Call& call) {
  const auto* outer = gathering_of(call);
  return call.done(Value::boolean(outer != nullptr && outer->is_cancelled));
}

Step set_cancel_requested(Machine&, Call& call) {
  if (auto* outer = gathering_of(call)) outer->is_cancelled = Machine::plain_truth(call[1]) == 1;
  return call.none();
}

constexpr NativeAttribute kGatheringAttributes[] = {
    {"_children", "", get_children, nullptr},
    {"_cancel_requested", "", get_cancel_requested, set_cancel_requested},
};

constexpr NativeRow kGatherFunctions[] = {
    {"create_task", "(coro, *, name=None, context=None)",
     "Schedule the execution of a coroutine object in a spawn task.", create_task, Effect::operation,
     OperationKind::loop_push},
    {"_gather", "(what, return_exceptions, /)", "", begin_gathering, Effect::operation,
     OperationKind::loop_push},
};

// What a child that is done has to give: its result or exception. Its exception counts as asked for.
Value outcome_of(Machine& machine, AsyncFutureObject* child) {
  child->log_traceback = false;
  if (child->state != State::cancelled) return child->value;
  Value message = child->value;
  if (message.is_empty() || message.is_none()) message = machine.heap().make_str("");
  auto* cancelled = as<ClassObject>(async_part(machine, AsyncPart::cancelled_error));
  return Value::object(machine.heap().make_exception(cancelled, std::span<const Value>(&message, 1)));
}

}  // namespace

void take_child(Machine& machine, AsyncGatheringObject* outer, AsyncFutureObject* child) {
  outer->left--;
  if (outer->state != State::pending) {
    child->log_traceback = false;
    return;
  }
  if (!outer->returns_exceptions) {
    if (child->state == State::cancelled) return fail_future(machine, outer, make_cancelled(machine, child));
    if (child->failed) {
      child->log_traceback = false;
      return fail_future(machine, outer, as<ExceptionObject>(child->value));
    }
  }
  if (outer->left != 0) return;
  auto* children = as<ListObject>(outer->children);
  ListObject* results = machine.heap().make_list(children->size);
  for (const Value one : children->all()) {
    machine.heap().append(results, outcome_of(machine, as<AsyncFutureObject>(one)));
  }
  if (outer->is_cancelled) {
    auto* last = as<AsyncFutureObject>(children->items()[children->size - 1]);
    auto* cancelled = as<ClassObject>(async_part(machine, AsyncPart::cancelled_error));
    return fail_future(machine, outer,
                       last->state == State::cancelled
                           ? make_cancelled(machine, last)
                           : machine.heap().make_exception(cancelled, std::span<const Value>()));
  }
  finish_future(machine, outer, Value::object(results));
}

void add_async_gather(RegistryBuilder& builder) {
  builder.attributes(BuiltinClass::async_gathering, kGatheringAttributes);
  builder.functions("_asyncio", kGatherFunctions);
  static constexpr ConstantRow kConstants[] = {
      {.name = "_Gathering", .type = ConstantRow::Type::cls, .cls = BuiltinClass::async_gathering},
  };
  builder.constants("_asyncio", kConstants);
}

}  // namespace lockstep
