#include <cmath>
#include <string>

#include "modules/arguments.h"
#include "modules/async_support.h"
#include "modules/primitive_support.h"
#include "modules/registry_builder.h"
#include "vm/async_primitives.h"
#include "vm/attributes.h"
#include "vm/calls.h"
#include "vm/generators.h"
#include "vm/raise.h"
#include "vm/visibility.h"

// The event loop. One native, loop_run, is the whole of it: it goes round by round through what is ready, as
// CPython's _run_once() does, and everything it runs is a frame pushed with After::outcome, after which it is
// executed again. With nothing ready it parks the thread until the next timer, or until another thread
// puts something onto the loop. Between two invocations all it has to know stands in the loop object.
//
// A round takes what was ready when it began, after the timers that are due have been added; what becomes
// ready meanwhile waits for the next round. So callbacks run in CPython's order.
//
// What one thread does inside its own loop nobody else can notice, so a controlled run lets it pass
// unasked. While other threads live they may put things onto the loop at any time: then each entry is a visible
// operation of its own, and so is everything that puts something onto a loop.

namespace lockstep {

namespace {

constexpr uint32_t kTriple = EventLoopObject::kTriple;

EventLoopObject* loop_of(Call& call) { return as<EventLoopObject>(call[0]); }

double seconds_of(Value when) {
  double seconds = 0;
  Machine::to_double(when, seconds);
  return seconds;
}

double now_of(Machine& machine) {
  return static_cast<double>(machine.world().now()) / static_cast<double>(kSecond);
}

// --- timers ---------------------------------------------------------------------------------------------------

bool is_dropped(Value what) {
  if (const auto* handle = try_as<AsyncHandleObject>(what)) {
    return (handle->extra & AsyncHandleObject::kCancelled) != 0;
  }
  return as<AsyncFutureObject>(what)->state != AsyncFutureObject::State::pending;
}

bool is_earlier(const Value* a, const Value* b) {
  const double first = seconds_of(a[0]);
  const double second = seconds_of(b[0]);
  return first != second ? first < second : a[1].as_small_int() < b[1].as_small_int();
}

// Puts the entry `moved` where it belongs on the way down from `hole`.
void sink(Value* items, uint32_t count, uint32_t hole, const Value* moved) {
  for (;;) {
    uint32_t child = 2 * hole + 1;
    if (child >= count) break;
    if (child + 1 < count &&
        is_earlier(items + size_t{child + 1} * kTriple, items + size_t{child} * kTriple)) {
      child++;
    }
    if (!is_earlier(items + size_t{child} * kTriple, moved)) break;
    std::copy_n(items + size_t{child} * kTriple, kTriple, items + size_t{hole} * kTriple);
    hole = child;
  }
  std::copy_n(moved, kTriple, items + size_t{hole} * kTriple);
}

// Takes the first timer away.
Value pop_timer(EventLoopObject* loop) {
  Value* items = loop->timers->items;
  const Value what = items[2];
  const uint32_t count = --loop->timer_count;
  Value* last = items + size_t{count} * kTriple;
  if (count != 0) {
    const Value moved[kTriple] = {last[0], last[1], last[2]};
    sink(items, count, 0, moved);
  }
  std::fill_n(last, kTriple, Value::empty());
  if (auto* handle = try_as<AsyncHandleObject>(what)) handle->extra &= ~AsyncHandleObject::kScheduled;
  return what;
}

void drop_cancelled_timers(EventLoopObject* loop) {
  // As CPython does it: all of them once they are many, else those in front.
  constexpr uint32_t kMany = 100;
  Value* items = loop->timers->items;
  if (loop->timer_count > kMany && loop->cancelled_timers * 2 > loop->timer_count) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < loop->timer_count; i++) {
      Value* entry = items + size_t{i} * kTriple;
      if (is_dropped(entry[2])) {
        if (auto* handle = try_as<AsyncHandleObject>(entry[2])) {
          handle->extra &= ~AsyncHandleObject::kScheduled;
        }
        continue;
      }
      std::copy_n(entry, kTriple, items + size_t{kept++} * kTriple);
    }
    std::fill(items + size_t{kept} * kTriple, items + size_t{loop->timer_count} * kTriple, Value::empty());
    loop->timer_count = kept;
    loop->cancelled_timers = 0;
    for (uint32_t i = kept / 2; i-- > 0;) {
      const Value* entry = items + size_t{i} * kTriple;
      const Value moved[kTriple] = {entry[0], entry[1], entry[2]};
      sink(items, kept, i, moved);
    }
    return;
  }
  while (loop->timer_count > 0 && is_dropped(items[2])) {
    pop_timer(loop);
    if (loop->cancelled_timers > 0) loop->cancelled_timers--;
  }
}

// --- rounds ---------------------------------------------------------------------------------------------------

// The time until which the thread parks. Where time is real, whole milliseconds as CPython's epoll counts
// them, so that timers a little apart come in one round.
Time park_deadline(Machine& machine, const EventLoopObject* loop) {
  if (loop->timer_count == 0) return kNever;
  const double when = seconds_of(loop->timers->items[0]);
  const Time now = machine.world().now();
  if (machine.options().mode == MachineMode::free) {
    const double left = std::ceil(std::max(0.0, when - now_of(machine)) * 1e3) * 1e6;
    return left < 1e18 ? now + static_cast<Time>(left) : kNever;
  }
  const double deadline = std::ceil(when * 1e9);
  return deadline < 9e18 ? std::max(now, static_cast<Time>(deadline)) : kNever;
}

// Begins a round. False: there is nothing to do, and the thread was parked.
bool begin_round(Machine& machine, EventLoopObject* loop) {
  if (loop->timer_count != 0) drop_cancelled_timers(loop);
  if (loop->timer_count != 0) {
    const double end = now_of(machine) + 1e-9;
    while (loop->timer_count > 0 && seconds_of(loop->timers->items[0]) < end) {
      const Value what = pop_timer(loop);
      if (is_dropped(what)) {
        if (loop->cancelled_timers > 0) loop->cancelled_timers--;
        continue;
      }
      push_ready(machine, loop, what, Value::empty(), Value::empty());
    }
  }
  if (loop->ready_count == 0 && !loop->is_stopping) {
    Task& task = machine.thread().task;
    task.waiting_for = WaitKind::loop;
    task.waiting_object = static_cast<uint32_t>(machine.identity(Value::object(loop)));
    loop->is_parked = true;
    machine.world().park(task, park_deadline(machine, loop));
    return false;
  }
  loop->batch = loop->ready_count;
  loop->had_round = true;
  return true;
}

void take_entry(EventLoopObject* loop) {
  Value* entry = loop->ready->items + size_t{loop->ready_first} * kTriple;
  std::copy_n(entry, kTriple, loop->running);
  std::fill_n(entry, kTriple, Value::empty());
  loop->ready_first = (loop->ready_first + 1) & (loop->ready->size / kTriple - 1);
  loop->ready_count--;
  loop->batch--;
}

// --- running an entry -----------------------------------------------------------------------------------------

enum Phase : uint8_t {
  kChoosing,
  kRan,            // what was run has come back
  kTold,           // somebody was told of a failure or a slow step
  kAsked,          // a script's cancel() has answered
  kBlamed,         // the exception for a bad yield was made
  kLost,           // lost futures were reported
};

bool is_cancelled_error(Machine& machine, const ExceptionObject* exception) {
  return is_subclass(exception->cls,
                     as<ClassObject>(async_part(machine, AsyncPart::cancelled_error)));
}

// Exceptions that end the loop whoever raises them.
bool ends_loop(const ExceptionObject* exception) {
  return is_subclass(exception->cls, builtin_class(BuiltinClass::system_exit)) ||
         is_subclass(exception->cls, builtin_class(BuiltinClass::keyboard_interrupt));
}

void enter_context(Machine& machine, EventLoopObject* loop, Value context) {
  loop->outer_context = machine.thread().context;
  machine.thread().context = context;
}

// Whatever was started raised before any frame of its own existed: that counts as its outcome.
Step settle_start(Machine& machine, Frame* frame, Step step, Value out) {
  if (step == Step::done) {
    frame->outcome = FrameOutcome::returned;
    frame->answer = out;
    return Step::done;
  }
  if (step == Step::raised && machine.thread().frame == frame) {
    frame->outcome = FrameOutcome::raised;
    frame->answer = machine.thread().exception;
    machine.thread().exception = Value::empty();
    return Step::done;
  }
  return step;
}

// What a done future hands to the task that waited for it: an exception, or null.
ExceptionObject* exception_for_waiter(Machine& machine, AsyncFutureObject* future) {
  if (future->state == AsyncFutureObject::State::cancelled) return make_cancelled(machine, future);
  future->log_traceback = false;
  if (!future->failed) return nullptr;
  auto* exception = as<ExceptionObject>(future->value);
  exception->traceback =
      is_kind(future->traceback, Kind::traceback) ? as<TracebackObject>(future->traceback) : nullptr;
  future->traceback = Value::empty();
  return exception;
}

// The next step of a task. `done`: its outcome is there already.
Step run_task(Machine& machine, Call& call, EventLoopObject* loop, AsyncTaskObject* task, Value argument) {
  Frame* frame = call.frame;
  ExceptionObject* thrown = nullptr;
  if (is_kind(argument, Kind::exception)) {
    thrown = as<ExceptionObject>(argument);
  } else if (auto* future = try_as<AsyncFutureObject>(argument)) {
    thrown = exception_for_waiter(machine, future);
  }
  if (task->must_cancel) {
    if (thrown == nullptr || !is_cancelled_error(machine, thrown)) thrown = make_cancelled(machine, task);
    task->must_cancel = false;
  }
  task->waiter = Value::empty();
  loop->current_task = Value::object(task);
  enter_context(machine, loop, task->own_context);
  machine.observer().on_async_task(machine.thread(), AsyncTaskChange::running,
                                   Heap::known_identity(task), "");
  frame->phase = kRan;
  frame->outcome = FrameOutcome::none;
  const Destination to{frame, call.result_register};
  Value out;
  if (auto* generator = try_as<GeneratorObject>(task->coroutine)) {
    const Step step = thrown != nullptr
                          ? throw_into_generator(machine, to, generator, thrown, After::outcome, false)
                          : resume_generator(machine, to, generator, Value::none(), After::outcome, false,
                                             out);
    return settle_start(machine, frame, step, out);
  }
  // A coroutine that is an object of the script: its send() and throw() are methods.
  Value self;
  const Value method = special_method(machine, task->coroutine,
                                      name(thrown != nullptr ? Name::throw_ : Name::send), self);
  const Value arguments[] = {self, thrown != nullptr ? Value::object(thrown) : Value::none()};
  const size_t skip = self.is_empty() ? 1 : 0;
  push_trampoline(machine, method, std::span<const Value>(arguments + skip, 2 - skip), nullptr,
                  After::outcome, 0);
  return Step::called;
}

// Calls a callback with these arguments.
Step run_callback(Machine& machine, Call& call, EventLoopObject* loop, Value callback,
                  std::span<const Value> arguments, Value context) {
  Frame* frame = call.frame;
  enter_context(machine, loop, context);
  frame->phase = kRan;
  frame->outcome = FrameOutcome::none;
  if (auto* function = try_as<FunctionObject>(callback)) {
    const Step step = push_function(machine, function, Arguments{arguments}, After::outcome, 0);
    return settle_start(machine, frame, step, Value::empty());
  }
  if (!can_push(machine)) return settle_start(machine, frame, Step::raised, Value::empty());
  push_trampoline(machine, callback, arguments, nullptr, After::outcome, 0);
  return Step::called;
}

void end_entry(EventLoopObject* loop) { std::fill_n(loop->running, kTriple, Value::empty()); }

// Runs the entry in loop->running. `done` with the phase 0: it is over; with kRan: its outcome is there.
Step run_entry(Machine& machine, Call& call, EventLoopObject* loop) {
  const Value what = loop->running[0];
  const Value argument = loop->running[1];
  if (loop->is_debug) loop->began = machine.world().now();
  if (auto* handle = try_as<AsyncHandleObject>(what); handle != nullptr && argument.is_empty()) {
    if ((handle->extra & AsyncHandleObject::kCancelled) != 0) {
      end_entry(loop);
      return Step::done;
    }
    return run_callback(machine, call, loop, handle->callback, as<TupleObject>(handle->arguments)->all(),
                        handle->context);
  }
  if (auto* future = try_as<AsyncFutureObject>(what)) {
    if (future->extra == AsyncFutureObject::gathering && !argument.is_empty()) {
      take_child(machine, static_cast<AsyncGatheringObject*>(future), as<AsyncFutureObject>(argument));
      end_entry(loop);
      return Step::done;
    }
    if (future->extra == AsyncFutureObject::task) {
      if (future->state != AsyncFutureObject::State::pending) {
        end_entry(loop);
        return Step::done;
      }
      return run_task(machine, call, loop, task_of(future), argument);
    }
    if (future->state == AsyncFutureObject::State::pending) finish_future(machine, future, future->value);
    end_entry(loop);
    return Step::done;
  }
  return run_callback(machine, call, loop, what, std::span<const Value>(&argument, 1), loop->running[2]);
}

void tell_waiting(Machine& machine, AsyncTaskObject* task, std::string_view what) {
  machine.observer().on_async_task(machine.thread(), AsyncTaskChange::waiting,
                                   Heap::known_identity(task), what);
}

const char* words_for_wait(const AsyncFutureObject* future) {
  if (future->is_sleep) return "sleep";
  switch (future->extra) {
    case AsyncFutureObject::task: return "task";
    case AsyncFutureObject::gathering: return "gather";
    case AsyncFutureObject::waiter: return words_for_wait(static_cast<const AsyncWaiterObject*>(future)->wait);
    default: return "future";
  }
}

// What a task yielded. `called`: script code has to run first.
Step take_yield(Machine& machine, Call& call, AsyncTaskObject* task, Value value) {
  if (value.is_none()) {
    tell_waiting(machine, task, "turn");
    push_ready(machine, task->loop, Value::object(task), Value::empty(), Value::empty());
    return Step::done;
  }
  auto* future = try_as<AsyncFutureObject>(value);
  if (future != nullptr && future->is_blocking && future->loop == task->loop && future != task) {
    future->is_blocking = false;
    tell_waiting(machine, task,
                 words_for_wait(future));
    add_done_callback(machine, future, Value::object(task), Value::empty());
    task->waiter = value;
    if (!task->must_cancel) return Step::done;
    bool accepted = false;
    const Step step = cancel_any(machine, call, kAsked, future, task->value, false, accepted);
    if (step == Step::done && accepted) task->must_cancel = false;
    return step;
  }
  return machine.call(call, kBlamed, async_part(machine, AsyncPart::bad_yield),
                      {Value::object(task), value});
}

Step end_task_step(Machine& machine, Call& call, AsyncTaskObject* task, FrameOutcome outcome, Value answer) {
  switch (outcome) {
    case FrameOutcome::returned:
      if (task->must_cancel) {
        task->must_cancel = false;
        mark_cancelled(machine, task, task->value, Value::empty());
      } else {
        finish_future(machine, task, answer);
      }
      return Step::done;
    case FrameOutcome::raised: {
      auto* exception = as<ExceptionObject>(answer);
      if (is_cancelled_error(machine, exception)) {
        mark_cancelled(machine, task, Value::none(), answer);
        return Step::done;
      }
      fail_future(machine, task, exception);
      if (!ends_loop(exception)) return Step::done;
      machine.thread().exception = answer;
      return Step::raised;
    }
    case FrameOutcome::none:
    case FrameOutcome::yielded:
      break;
  }
  return take_yield(machine, call, task, answer);
}

// The value a StopIteration carries: what a coroutine that is a script's object returned.
Value value_of_stop(const ExceptionObject* stop) {
  if (!stop->payload.is_empty()) return stop->payload;
  return stop->arguments->size == 0 ? Value::none() : stop->arguments->items[0];
}

// The entry has come back.
Step take_outcome(Machine& machine, Call& call, EventLoopObject* loop) {
  Frame* frame = call.frame;
  FrameOutcome outcome = frame->outcome;
  Value answer = frame->answer;
  frame->outcome = FrameOutcome::none;
  frame->answer = Value::empty();
  frame->phase = kChoosing;
  const Value context = machine.thread().context;
  machine.thread().context = loop->outer_context;
  loop->outer_context = Value::empty();
  loop->current_task = Value::empty();
  const Value what = loop->running[0];
  if (is_task(what)) {
    auto* task = static_cast<AsyncTaskObject*>(what.as_object());
    task->own_context = context;
    if (!is_kind(task->coroutine, Kind::generator)) {
      if (outcome == FrameOutcome::returned) {
        outcome = FrameOutcome::yielded;
      } else if (is_instance(answer, BuiltinClass::stop_iteration)) {
        outcome = FrameOutcome::returned;
        answer = value_of_stop(as<ExceptionObject>(answer));
      }
    }
    return end_task_step(machine, call, task, outcome, answer);
  }
  if (outcome != FrameOutcome::raised) return Step::done;
  if (ends_loop(as<ExceptionObject>(answer))) {
    machine.thread().exception = answer;
    return Step::raised;
  }
  return machine.call(call, kTold, async_part(machine, AsyncPart::handle_failed),
                      {Value::object(loop), what,
                       loop->running[1].is_empty() ? Value::none() : loop->running[1], answer});
}

// Debug mode: a step that took long is reported. True: it will be (`called`).
bool tell_slow(Machine& machine, Call& call, EventLoopObject* loop, Step& step) {
  if (!loop->is_debug || loop->running[0].is_empty()) return false;
  const double took = static_cast<double>(machine.world().now() - loop->began) / 1e9;
  if (took < loop->slow) return false;
  step = machine.call(call, kTold, async_part(machine, AsyncPart::step_slow),
                      {Value::object(loop), loop->running[0], machine.heap().make_float(took)});
  return true;
}

// Looks, where that is not too dear, for futures whose exception nobody can ask for any more.
// True: there are some, and they are being reported.
bool tell_lost(Machine& machine, Call& call, Step& step) {
  RunState& state = machine.state();
  if (state.unretrieved_count == 0 && state.lost_count == 0) return false;
  if (state.lost_count == 0) {
    constexpr uint32_t kFreeSearches = 32;
    constexpr uint64_t kStepsBetween = 20'000;
    if (!machine.has_unsettled()) return false;
    if (state.unretrieved_count != 0 &&
        (state.searches < kFreeSearches || state.steps - state.last_search >= kStepsBetween)) {
      state.searches++;
      state.last_search = state.steps;
      machine.collect();
    }
  }
  if (state.lost_count == 0) return false;
  step = machine.call(call, kLost, async_part(machine, AsyncPart::lost_futures),
                      {Value::object(machine.take_lost_futures(false))});
  return true;
}

// (self): True when the loop was stopped; False when it has to be called again, to let other threads come
// between.
Step loop_run(Machine& machine, Call& call) {
  EventLoopObject* loop = loop_of(call);
  Frame* frame = call.frame;
  const bool one_by_one =
      machine.options().mode == MachineMode::controlled && is_watched(machine, machine.thread());
  loop->is_parked = false;
  bool entry_is_over = false;
  Step step = Step::done;
  switch (static_cast<Phase>(frame->phase)) {
    case kChoosing:
      break;
    case kRan:
      step = take_outcome(machine, call, loop);
      if (step != Step::done) return step;
      if (tell_slow(machine, call, loop, step)) return step;
      entry_is_over = true;
      break;
    case kTold:
      entry_is_over = true;
      break;
    case kAsked: {
      auto* task = static_cast<AsyncTaskObject*>(loop->running[0].as_object());
      bool accepted = false;
      cancel_any(machine, call, kAsked, as<AsyncFutureObject>(task->waiter), task->value, false, accepted);
      if (accepted) task->must_cancel = false;
      entry_is_over = true;
      break;
    }
    case kBlamed:
      push_ready(machine, loop, loop->running[0], frame->answer, Value::empty());
      entry_is_over = true;
      break;
    case kLost:
      break;
  }
  frame->phase = kChoosing;
  frame->answer = Value::empty();
  frame->scratch[0] = Value::empty();
  for (;;) {
    if (entry_is_over) {
      end_entry(loop);
      entry_is_over = false;
      if (tell_lost(machine, call, step)) return step;
      if (one_by_one) return call.done(Value::boolean(false));
    }
    if (loop->batch == 0) {
      if (loop->had_round && loop->is_stopping) return call.done(Value::boolean(true));
      if (!begin_round(machine, loop)) return Step::parked;
      if (loop->batch == 0) continue;
      // Who looks on sees what the timers brought before it runs.
      if (call.reentered() && machine.options().steps_loops) return call.done(Value::boolean(false));
    }
    take_entry(loop);
    machine.tell(SyncKind::loop_taken, loop);
    step = run_entry(machine, call, loop);
    if (step != Step::done) return step;
    if (frame->phase == kRan) {
      step = take_outcome(machine, call, loop);
      if (step != Step::done) return step;
      if (tell_slow(machine, call, loop, step)) return step;
    }
    entry_is_over = true;
  }
}

// --- what scripts and library code call -----------------------------------------------------------------------

Step loop_new(Machine& machine, Call& call) {
  auto* loop = allocate_for<EventLoopObject>(machine, call[0], Kind::event_loop);
  loop->ready = nullptr;
  loop->ready_first = 0;
  loop->ready_count = 0;
  loop->timers = nullptr;
  loop->timer_count = 0;
  loop->cancelled_timers = 0;
  loop->batch = 0;
  loop->is_running = false;
  loop->is_stopping = false;
  loop->is_closed = false;
  loop->is_debug = false;
  loop->is_parked = false;
  loop->is_current = false;
  loop->is_plain = false;
  loop->had_round = false;
  loop->next_timer = 0;
  loop->thread = nullptr;
  loop->current_task = Value::empty();
  loop->first_task = nullptr;
  loop->last_task = nullptr;
  loop->generators = nullptr;
  end_entry(loop);
  loop->outer_context = Value::empty();
  loop->began = 0;
  loop->slow = 0.1;
  // Those whose tasks are all done need not be remembered.
  ListObject*& loops = machine.state().async_loops;
  if (loops == nullptr) loops = machine.heap().make_list();
  uint32_t kept = 0;
  for (uint32_t i = 0; i < loops->size; i++) {
    const Value one = loops->items()[i];
    const auto* other = as<EventLoopObject>(one);
    if (!other->is_closed || other->first_task != nullptr) loops->items()[kept++] = one;
  }
  for (uint32_t i = kept; i < loops->size; i++) loops->items()[i] = Value::empty();
  loops->size = kept;
  machine.heap().append(loops, Value::object(loop));
  return call.done(Value::object(loop));
}

// (self): the loop runs in this thread from now on.
Step loop_begin(Machine& machine, Call& call) {
  EventLoopObject* loop = loop_of(call);
  loop->thread = &machine.thread();
  loop->is_running = true;
  loop->batch = 0;
  loop->had_round = false;
  machine.thread().running_loop = call[0];
  return call.none();
}

Step loop_end(Machine& machine, Call& call) {
  EventLoopObject* loop = loop_of(call);
  loop->thread = nullptr;
  loop->is_running = false;
  loop->is_stopping = false;
  loop->current_task = Value::empty();
  end_entry(loop);
  if (!loop->outer_context.is_empty()) machine.thread().context = loop->outer_context;
  loop->outer_context = Value::empty();
  machine.thread().running_loop = Value::empty();
  return call.none();
}

Step loop_stop(Machine& machine, Call& call) {
  EventLoopObject* loop = loop_of(call);
  loop->is_stopping = true;
  if (loop->is_parked && loop->thread != &machine.thread()) {
    loop->is_parked = false;
    machine.world().unpark(loop->thread->task);
  }
  return call.none();
}

Step loop_close(Machine&, Call& call) {
  EventLoopObject* loop = loop_of(call);
  loop->is_closed = true;
  loop->ready = nullptr;
  loop->ready_first = 0;
  loop->ready_count = 0;
  loop->timers = nullptr;
  loop->timer_count = 0;
  loop->cancelled_timers = 0;
  loop->batch = 0;
  return call.none();
}

// (self, plain): whether create_task() makes asyncio's own tasks, without asking anybody.
Step loop_set_plain(Machine&, Call& call) {
  loop_of(call)->is_plain = call[1].is_true();
  return call.none();
}

Step loop_is_running(Machine&, Call& call) { return call.done(Value::boolean(loop_of(call)->is_running)); }
Step loop_is_closed(Machine&, Call& call) { return call.done(Value::boolean(loop_of(call)->is_closed)); }
Step loop_get_debug(Machine&, Call& call) { return call.done(Value::boolean(loop_of(call)->is_debug)); }

Step loop_set_debug(Machine&, Call& call) {
  loop_of(call)->is_debug = Machine::plain_truth(call[1]) == 1;
  return call.none();
}

Step loop_time(Machine& machine, Call& call) { return call.done(machine.heap().make_float(now_of(machine))); }

// False: raised.
bool may_schedule(Machine& machine, EventLoopObject* loop, Value callback, bool is_threadsafe,
                  const char* method) {
  if (loop->is_closed) {
    machine.raise(BuiltinClass::runtime_error, "Event loop is closed");
    return false;
  }
  if (!loop->is_debug) return true;
  if (!is_threadsafe && loop->thread != nullptr && loop->thread != &machine.thread()) {
    machine.raise(BuiltinClass::runtime_error,
                  "Non-thread-safe operation invoked on an event loop other than the current one");
    return false;
  }
  const auto* generator = try_as<GeneratorObject>(callback);
  const auto* function = try_as<FunctionObject>(callback);
  if ((generator != nullptr && generator->extra == GeneratorObject::coroutine) ||
      (function != nullptr && function->code->code->is_coroutine)) {
    machine.raise_format(BuiltinClass::type_error, "coroutines cannot be used with {}()", method);
    return false;
  }
  return true;
}

AsyncHandleObject* make_handle(Machine& machine, EventLoopObject* loop, Value callback, Value arguments,
                               Value context, Value when) {
  const BuiltinClass cls =
      when.is_empty() ? BuiltinClass::async_handle : BuiltinClass::async_timer_handle;
  auto* handle = machine.heap().allocate<AsyncHandleObject>(builtin_class(cls), Kind::async_handle);
  handle->callback = callback;
  handle->arguments = arguments;
  handle->context = context.is_empty() || context.is_none() ? copy_context(machine) : context;
  handle->when = when;
  handle->loop = loop;
  return handle;
}

Step push_handle(Machine& machine, Call& call, bool is_threadsafe, const char* method) {
  EventLoopObject* loop = loop_of(call);
  if (!may_schedule(machine, loop, call[1], is_threadsafe, method)) return Step::raised;
  // The parameters: (self, callback, *args, context=None), of which *args stands behind the named ones.
  const Value handle = Value::object(make_handle(machine, loop, call[1], call[2], call[3], Value::empty()));
  push_ready(machine, loop, handle, Value::empty(), Value::empty());
  return call.done(handle);
}

Step loop_call_soon(Machine& machine, Call& call) { return push_handle(machine, call, false, "call_soon"); }
Step loop_call_soon_threadsafe(Machine& machine, Call& call) {
  return push_handle(machine, call, true, "call_soon_threadsafe");
}

Step push_timer_handle(Machine& machine, Call& call, Value when, const char* method) {
  EventLoopObject* loop = loop_of(call);
  if (!may_schedule(machine, loop, call[2], false, method)) return Step::raised;
  AsyncHandleObject* handle = make_handle(machine, loop, call[2], call[3], call[4], when);
  handle->extra |= AsyncHandleObject::kScheduled;
  push_timer(machine, loop, when, Value::object(handle));
  return call.done(Value::object(handle));
}

// False: raised.
bool number_of_seconds(Machine& machine, Value value, const char* what, double& seconds) {
  if (value.is_none()) {
    machine.raise_format(BuiltinClass::type_error, "{} must not be None", what);
    return false;
  }
  if (Machine::to_double(value, seconds)) return true;
  machine.raise_format(BuiltinClass::type_error, "unsupported operand type(s) for +: 'float' and '{}'",
                       Machine::class_name(value));
  return false;
}

Step loop_call_later(Machine& machine, Call& call) {
  double delay = 0;
  if (!number_of_seconds(machine, call[1], "delay", delay)) return Step::raised;
  return push_timer_handle(machine, call, machine.heap().make_float(now_of(machine) + delay), "call_at");
}

Step loop_call_at(Machine& machine, Call& call) {
  double when = 0;
  if (call[1].is_none()) return machine.raise(BuiltinClass::type_error, "when cannot be None");
  if (!number_of_seconds(machine, call[1], "when", when)) return Step::raised;
  return push_timer_handle(machine, call, machine.heap().make_float(when), "call_at");
}

Step loop_create_future(Machine& machine, Call& call) {
  auto* future = machine.heap().allocate<AsyncFutureObject>(builtin_class(BuiltinClass::async_future),
                                                            Kind::async_future);
  begin_future(future, AsyncFutureObject::future, loop_of(call));
  return call.done(Value::object(future));
}

// (self, coro, name): a task of asyncio's own class.
Step loop_make_task(Machine& machine, Call& call) {
  const auto* generator = try_as<GeneratorObject>(call[1]);
  const bool is_plain = generator != nullptr && generator->extra == GeneratorObject::coroutine &&
                        (call[2].is_none() || is_kind(call[2], Kind::string));
  if (!is_plain) return call.none();
  auto* task = machine.heap().allocate<AsyncTaskObject>(builtin_class(BuiltinClass::async_task),
                                                        Kind::async_future);
  begin_future(task, AsyncFutureObject::task, nullptr);
  start_task(machine, task, loop_of(call), call[1], call[2], copy_context(machine));
  return call.done(Value::object(task));
}

Step loop_slow(Machine& machine, Call& call) {
  return call.done(machine.heap().make_float(loop_of(call)->slow));
}

Step loop_set_slow(Machine&, Call& call) {
  double seconds = 0;
  if (Machine::to_double(call[1], seconds)) loop_of(call)->slow = seconds;
  return call.none();
}

// The async generators that were begun in it and have not ended, and are forgotten now.
Step loop_take_generators(Machine& machine, Call& call) {
  EventLoopObject* loop = loop_of(call);
  ListObject* left = machine.heap().make_list();
  if (loop->generators != nullptr) {
    for (const Value one : loop->generators->all()) {
      const auto* generator = as<GeneratorObject>(one);
      if (generator->stage != GeneratorObject::Stage::finished) machine.heap().append(left, one);
    }
  }
  loop->generators = nullptr;
  return call.done(Value::object(left));
}

Step loop_scheduled(Machine& machine, Call& call) {
  EventLoopObject* loop = loop_of(call);
  ListObject* list = machine.heap().make_list();
  for (uint32_t i = 0; i < loop->timer_count; i++) {
    machine.heap().append(list, loop->timers->items[size_t{i} * kTriple + 2]);
  }
  return call.done(Value::object(list));
}

Step loop_ready(Machine& machine, Call& call) {
  EventLoopObject* loop = loop_of(call);
  ListObject* list = machine.heap().make_list();
  for (uint32_t i = 0; i < loop->ready_count; i++) {
    const uint32_t place = (loop->ready_first + i) & (loop->ready->size / kTriple - 1);
    machine.heap().append(list, loop->ready->items[size_t{place} * kTriple]);
  }
  return call.done(Value::object(list));
}

constexpr auto kLoopOperation = Effect::operation;
constexpr auto kLoopPush = OperationKind::loop_push;
constexpr NativeRow kLoopMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create an event loop.", loop_new},
    {"_run", "(self, /)", "", loop_run, kLoopOperation, OperationKind::loop_step},
    {"_begin", "(self, /)", "", loop_begin},
    {"_end", "(self, /)", "", loop_end},
    {"stop", "(self)", "Stop running the event loop.", loop_stop, kLoopOperation, kLoopPush},
    {"_close", "(self, /)", "", loop_close},
    {"is_running", "(self)", "Returns True if the event loop is running.", loop_is_running, Effect::reads},
    {"is_closed", "(self)", "Returns True if the event loop was closed.", loop_is_closed, Effect::reads},
    {"get_debug", "(self)", "", loop_get_debug},
    {"set_debug", "(self, enabled)", "", loop_set_debug},
    {"time", "(self)", "Return the time according to the event loop's clock.", loop_time, kLoopOperation,
     OperationKind::clock},
    {"call_soon", "(self, callback, *args, context=None)",
     "Arrange for a callback to be called as soon as possible.", loop_call_soon, kLoopOperation, kLoopPush},
    {"call_soon_threadsafe", "(self, callback, *args, context=None)", "Like call_soon(), but thread-safe.",
     loop_call_soon_threadsafe, kLoopOperation, kLoopPush},
    {"call_later", "(self, delay, callback, *args, context=None)",
     "Arrange for a callback to be called at a given time.", loop_call_later},
    {"call_at", "(self, when, callback, *args, context=None)",
     "Like call_later(), but uses an absolute time.", loop_call_at},
    {"create_future", "(self)", "Create a Future object attached to the loop.", loop_create_future},
    {"_make_task", "(self, coro, name, /)", "", loop_make_task, kLoopOperation, kLoopPush},
    {"_take_generators", "(self, /)", "", loop_take_generators},
    {"_set_plain", "(self, plain, /)", "", loop_set_plain},
};

constexpr NativeAttribute kLoopAttributes[] = {
    {"slow_callback_duration", "", loop_slow, loop_set_slow},
    {"_scheduled", "", loop_scheduled, nullptr},
    {"_ready", "", loop_ready, nullptr},
};

// --- the module's functions -----------------------------------------------------------------------------------

Step running_loop(Machine& machine, Call& call) {
  const Value loop = machine.thread().running_loop;
  if (loop.is_empty()) return machine.raise(BuiltinClass::runtime_error, "no running event loop");
  return call.done(loop);
}

Step running_loop_or_none(Machine& machine, Call& call) {
  const Value loop = machine.thread().running_loop;
  return loop.is_empty() ? call.none() : call.done(loop);
}

Step set_running_loop(Machine& machine, Call& call) {
  machine.thread().running_loop = call[0].is_none() ? Value::empty() : call[0];
  return call.none();
}

// (loop=None)
Step current_task(Machine& machine, Call& call) {
  Value value = call.given(0) && !call[0].is_none() ? call[0] : machine.thread().running_loop;
  if (value.is_empty()) return machine.raise(BuiltinClass::runtime_error, "no running event loop");
  const auto* loop = try_as<EventLoopObject>(value);
  return loop == nullptr || loop->current_task.is_empty() ? call.none() : call.done(loop->current_task);
}

// (loop): those that are not done.
Step tasks_of_loop(Machine& machine, Call& call) {
  ListObject* list = machine.heap().make_list();
  for (auto* task = loop_of(call)->first_task; task != nullptr; task = task->next) {
    machine.heap().append(list, Value::object(task));
  }
  return call.done(Value::object(list));
}

// (delay, result): the future of a sleep that begins now.
Step sleep_future(Machine& machine, Call& call) {
  double delay = 0;
  if (!number_of_seconds(machine, call[0], "delay", delay)) return Step::raised;
  const Value running = machine.thread().running_loop;
  if (running.is_empty()) return machine.raise(BuiltinClass::runtime_error, "no running event loop");
  auto* future = begin_sleep(machine, as<EventLoopObject>(running), delay, call[1]);
  return call.done(Value::object(future));
}

// (): the awaitable of sleep(0).
Step one_turn(Machine& machine, Call& call) {
  return call.done(
      Value::object(make_async_step(machine, nullptr, AsyncStepObject::turn, Value::none())));
}

// (parts): what C++ uses of the part in Python, in the order of AsyncPart.
Step install(Machine& machine, Call& call) {
  const auto* parts = as<TupleObject>(call[0]);
  if (parts->size != static_cast<uint32_t>(AsyncPart::count_)) {
    return machine.raise(BuiltinClass::value_error, "not the parts of asyncio");
  }
  ArrayObject* array = machine.heap().make_array(parts->size);
  std::copy_n(parts->items, parts->size, array->items);
  machine.state().async_library = array;
  return call.none();
}

// What a loop that stops looks for: [futures whose exception nobody can ask for]; warns of coroutines.
Step take_lost(Machine& machine, Call& call) {
  if (machine.has_unsettled()) machine.collect();
  return call.done(Value::object(machine.take_lost_futures(false)));
}

// (coroutine): what it waits for, or None.
Step awaited_by(Machine& machine, Call& call) {
  const auto* generator = try_as<GeneratorObject>(call[0]);
  if (generator == nullptr || generator->stage != GeneratorObject::Stage::suspended) return call.none();
  const Value delegate = delegate_of(generator->frame);
  (void)machine;
  return delegate.is_empty() ? call.none() : call.done(delegate);
}

// (coroutine): whether it has been begun.
Step has_begun(Machine&, Call& call) {
  const auto* generator = try_as<GeneratorObject>(call[0]);
  return call.done(
      Value::boolean(generator == nullptr || generator->stage != GeneratorObject::Stage::created));
}

Step next_task_name(Machine& machine, Call& call) {
  return call.done(machine.heap().make_str("Task-" + std::to_string(++machine.state().next_async_task)));
}

Step thread_context(Machine& machine, Call& call) {
  const Value context = machine.thread().context;
  return context.is_empty() ? call.none() : call.done(context);
}

Step set_thread_context(Machine& machine, Call& call) {
  machine.thread().context = call[0].is_none() ? Value::empty() : call[0];
  return call.none();
}

// (function): its generators can be awaited from now on.
Step make_awaitable(Machine&, Call& call) {
  if (auto* function = try_as<FunctionObject>(call[0])) {
    function->extra |= FunctionObject::kMakesAwaitables;
  }
  return call.none();
}

// (value): whether it is a generator that types.coroutine() made awaitable.
Step is_awaitable_generator(Machine&, Call& call) {
  const auto* generator = try_as<GeneratorObject>(call[0]);
  return call.done(Value::boolean(generator != nullptr && generator->is_awaitable));
}

// (before, after): the thread has another current loop; each a loop or something else.
Step choose_current(Machine& machine, Call& call) {
  if (&machine.thread() != machine.state().first_thread) return call.none();
  if (auto* before = try_as<EventLoopObject>(call[0])) before->is_current = false;
  if (auto* after = try_as<EventLoopObject>(call[1])) after->is_current = true;
  return call.none();
}

constexpr NativeRow kLoopFunctions[] = {
    {"get_running_loop", "()", "Return the running event loop.", running_loop},
    {"_get_running_loop", "()", "Return the running event loop or None.", running_loop_or_none},
    {"_set_running_loop", "(loop, /)", "", set_running_loop},
    {"current_task", "(loop=None)", "Return the currently running task in an event loop or None.",
     current_task},
    {"_tasks_of", "(loop, /)", "", tasks_of_loop},
    {"_sleep", "(delay, result, /)", "", sleep_future},
    {"_one_turn", "()", "", one_turn},
    {"_install", "(parts, /)", "", install},
    {"_take_lost", "()", "", take_lost},
    {"_choose_current", "(before, after, /)", "", choose_current},
    {"_awaiting", "(coroutine, /)", "", awaited_by},
    {"_has_begun", "(coroutine, /)", "", has_begun},
    {"_next_task_name", "()", "", next_task_name},
};

constexpr NativeRow kContextFunctions[] = {
    {"_current_context", "()", "", thread_context},
    {"_set_current_context", "(context, /)", "", set_thread_context},
};

constexpr NativeRow kCoroutineFunctions[] = {
    {"_make_awaitable", "(function, /)", "", make_awaitable},
    {"_is_awaitable_generator", "(value, /)", "", is_awaitable_generator},
};

}  // namespace

void add_async_loop(RegistryBuilder& builder) {
  builder.methods(BuiltinClass::event_loop, kLoopMethods);
  builder.attributes(BuiltinClass::event_loop, kLoopAttributes);
  builder.functions("_asyncio", kLoopFunctions);
  builder.functions("contextvars", kContextFunctions);
  builder.functions("types", kCoroutineFunctions);
}

}  // namespace lockstep
