// asyncio's futures and loops as far as C++ below the modules needs them, and what is watched so that it is
// not forgotten: coroutines that nobody awaits, exceptions that nobody asks for.
//
// CPython notices both when a reference count falls to zero. Here that moment is not known, except for
// a coroutine made by a statement that drops it at once, which the compiler marks. The others are noticed
// by a collection: each one looks through two lists that do not keep alive what stands in them. The loop has a
// collection made where CPython would probably notice, as long as that stays cheap (Machine::collect is also
// called when a loop stops and when the program ends).

#include "vm/async.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "base/check.h"
#include "vm/async_primitives.h"
#include "vm/attributes.h"
#include "vm/classes.h"
#include "vm/generators.h"
#include "vm/loaded_program.h"
#include "vm/objects/module.h"
#include "vm/raise.h"

namespace lockstep {

namespace {

// Appends a pointer to a list that does not keep alive what it points to.
template <class T, class Keep>
void append_weak(Heap& heap, RawObject*& list, uint32_t& count, T* object, Keep keep) {
  const auto pointers = [&] { return reinterpret_cast<uint64_t*>(list->data); };
  if (list == nullptr || (size_t{count} + 1) * sizeof(uint64_t) > list->size) {
    // Before it grows: without those that are settled.
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
      if (keep(reinterpret_cast<T*>(static_cast<uintptr_t>(pointers()[i])))) {
        pointers()[kept++] = pointers()[i];
      }
    }
    count = kept;
    const size_t wanted = std::max<size_t>(64, size_t{kept} * 2) * sizeof(uint64_t);
    if (list == nullptr || wanted > list->size) {
      RawObject* larger = heap.make_raw(wanted);
      if (count != 0) std::memcpy(larger->data, list->data, size_t{count} * sizeof(uint64_t));
      list = larger;
    }
  }
  pointers()[count++] = reinterpret_cast<uintptr_t>(object);
}

template <class T>
T* weak_item(RawObject* list, uint32_t i) {
  return reinterpret_cast<T*>(static_cast<uintptr_t>(reinterpret_cast<uint64_t*>(list->data)[i]));
}

bool is_unawaited(const GeneratorObject* coroutine) {
  return !coroutine->awaited && coroutine->stage == GeneratorObject::Stage::created;
}

// One of RunState::unawaited: a coroutine, and where it was made.
struct UnawaitedPlace {
  GeneratorObject* coroutine;
  const LoadedCode* code;            // of the script; null: in library code
  const Instruction* pc;
};

UnawaitedPlace* unawaited_places(const RunState& state) {
  return reinterpret_cast<UnawaitedPlace*>(state.unawaited->data);
}

ArrayObject* grown_ring(Machine& machine, EventLoopObject* loop) {
  constexpr uint32_t kFirstEntries = 16;
  constexpr uint32_t kTriple = EventLoopObject::kTriple;
  const uint32_t old = loop->ready == nullptr ? 0 : loop->ready->size / kTriple;
  ArrayObject* larger = machine.heap().make_array(size_t{old == 0 ? kFirstEntries : old * 2} * kTriple);
  for (uint32_t i = 0; i < loop->ready_count; i++) {
    const uint32_t from = (loop->ready_first + i) % old;
    std::copy_n(loop->ready->items + size_t{from} * kTriple, kTriple,
                larger->items + size_t{i} * kTriple);
  }
  loop->ready_first = 0;
  loop->ready = larger;
  return larger;
}

void tell_ready(Machine& machine, Value callback) {
  const auto* future = try_as<AsyncFutureObject>(callback);
  if (future == nullptr || future->extra != AsyncFutureObject::task) return;
  machine.observer().on_async_task(machine.thread(), AsyncTaskChange::ready, Heap::known_identity(future), "");
}

void schedule_callbacks(Machine& machine, AsyncFutureObject* future) {
  if (future->callback.is_empty()) return;
  const Value self = Value::object(future);
  const Value first = future->callback;
  const Value context = future->context;
  const Value more = future->more;
  future->callback = Value::empty();
  future->context = Value::empty();
  future->more = Value::empty();
  push_ready(machine, future->loop, first, self, context);
  tell_ready(machine, first);
  if (auto* list = try_as<ListObject>(more)) {
    for (uint32_t i = 0; i + 1 < list->size; i += 2) {
      push_ready(machine, future->loop, list->items()[i], self, list->items()[i + 1]);
      tell_ready(machine, list->items()[i]);
    }
  }
}

}  // namespace

Value async_part(Machine& machine, AsyncPart part) {
  ArrayObject* library = machine.state().async_library;
  ENSURE(library != nullptr);
  return library->items[static_cast<int>(part)];
}

ExceptionObject* make_cancelled(Machine& machine, AsyncFutureObject* future) {
  if (future->state == AsyncFutureObject::State::cancelled && is_kind(future->traceback, Kind::exception)) {
    auto* known = as<ExceptionObject>(future->traceback);
    future->traceback = Value::empty();
    return known;
  }
  auto* cls = as<ClassObject>(async_part(machine, AsyncPart::cancelled_error));
  const Value message = future->value;
  const size_t count = message.is_empty() || message.is_none() ? 0 : 1;
  return machine.heap().make_exception(cls, std::span<const Value>(&message, count));
}

Step future_result(Machine& machine, AsyncFutureObject* future, Value& out) {
  if (future->state == AsyncFutureObject::State::cancelled) {
    return machine.raise(make_cancelled(machine, future));
  }
  future->log_traceback = false;
  if (!future->failed) {
    out = future->value;
    return Step::done;
  }
  auto* exception = as<ExceptionObject>(future->value);
  exception->traceback =
      is_kind(future->traceback, Kind::traceback) ? as<TracebackObject>(future->traceback) : nullptr;
  future->traceback = Value::empty();
  return machine.raise(exception);
}

void end_task(Machine& machine, AsyncTaskObject* task) {
  EventLoopObject* loop = task->loop;
  if (task->coroutine.is_empty()) return;
  task->waiter = Value::empty();
  (task->previous != nullptr ? task->previous->next : loop->first_task) = task->next;
  (task->next != nullptr ? task->next->previous : loop->last_task) = task->previous;
  task->previous = nullptr;
  task->next = nullptr;
  const char* how = task->state == AsyncFutureObject::State::cancelled ? "cancelled"
                    : task->failed                                     ? "exception"
                                                                       : "result";
  machine.observer().on_async_task(machine.thread(), AsyncTaskChange::done,
                                   Heap::known_identity(task), how);
}

namespace {

void settle(Machine& machine, AsyncFutureObject* future) {
  schedule_callbacks(machine, future);
  if (future->extra == AsyncFutureObject::task) {
    end_task(machine, static_cast<AsyncTaskObject*>(future));
  }
}

}  // namespace

void finish_future(Machine& machine, AsyncFutureObject* future, Value result) {
  future->state = AsyncFutureObject::State::finished;
  future->value = result;
  settle(machine, future);
}

void fail_future(Machine& machine, AsyncFutureObject* future, ExceptionObject* exception) {
  future->state = AsyncFutureObject::State::finished;
  future->failed = true;
  future->log_traceback = true;
  future->value = Value::object(exception);
  future->traceback =
      exception->traceback == nullptr ? Value::empty() : Value::object(exception->traceback);
  machine.watch(future);
  settle(machine, future);
}

void mark_cancelled(Machine& machine, AsyncFutureObject* future, Value message, Value cause) {
  future->state = AsyncFutureObject::State::cancelled;
  future->value = message;
  future->traceback = cause;
  if (future->is_sleep) future->loop->cancelled_timers++;
  settle(machine, future);
}

void add_done_callback(Machine& machine, AsyncFutureObject* future, Value callback, Value context) {
  if (future->state != AsyncFutureObject::State::pending) {
    push_ready(machine, future->loop, callback, Value::object(future), context);
    return;
  }
  if (future->callback.is_empty()) {
    future->callback = callback;
    future->context = context;
    return;
  }
  if (future->more.is_empty()) future->more = Value::object(machine.heap().make_list());
  machine.heap().append(as<ListObject>(future->more), callback);
  machine.heap().append(as<ListObject>(future->more), context);
}

void push_ready(Machine& machine, EventLoopObject* loop, Value what, Value argument, Value context) {
  constexpr uint32_t kTriple = EventLoopObject::kTriple;
  ArrayObject* ready = loop->ready;
  if (ready == nullptr || loop->ready_count * kTriple == ready->size) ready = grown_ring(machine, loop);
  const uint32_t room = ready->size / kTriple;
  Value* entry = ready->items + size_t{(loop->ready_first + loop->ready_count) & (room - 1)} * kTriple;
  entry[0] = what;
  entry[1] = argument;
  entry[2] = context;
  loop->ready_count++;
  machine.tell(SyncKind::loop_pushed, loop);
  if (loop->is_parked) {
    loop->is_parked = false;
    machine.world().unpark(loop->thread->task);
  }
}

void push_timer(Machine& machine, EventLoopObject* loop, Value when, Value what) {
  machine.tell(SyncKind::loop_pushed, loop);
  constexpr uint32_t kTriple = EventLoopObject::kTriple;
  constexpr uint32_t kFirstTimers = 16;
  if (loop->timers == nullptr || loop->timer_count * kTriple == loop->timers->size) {
    ArrayObject* larger = machine.heap().make_array(
        size_t{loop->timer_count == 0 ? kFirstTimers : loop->timer_count * 2} * kTriple);
    if (loop->timer_count != 0) {
      std::copy_n(loop->timers->items, size_t{loop->timer_count} * kTriple, larger->items);
    }
    loop->timers = larger;
  }
  double time = 0;
  Machine::to_double(when, time);
  Value* items = loop->timers->items;
  uint32_t hole = loop->timer_count++;
  while (hole > 0) {
    const uint32_t parent = (hole - 1) / 2;
    double other = 0;
    Machine::to_double(items[size_t{parent} * kTriple], other);
    if (other <= time) break;
    std::copy_n(items + size_t{parent} * kTriple, kTriple, items + size_t{hole} * kTriple);
    hole = parent;
  }
  Value* entry = items + size_t{hole} * kTriple;
  entry[0] = when;
  entry[1] = Value::small_int(static_cast<int64_t>(loop->next_timer++));
  entry[2] = what;
}

Value copy_context(Machine& machine) {
  const Value context = machine.thread().context;
  if (context.is_empty()) return context;
  // A context's values are never changed in place (modules/python/contextvars.py), so that they can be shared.
  Object* copy = make_instance(machine, class_of(context));
  const auto copy_field = [&](Name field, Value value) {
    set_own(machine, copy, name(field), value);
  };
  copy_field(Name::context_values, get_own(context.as_object(), name(Name::context_values)));
  copy_field(Name::context_outer, Value::none());
  return Value::object(copy);
}

void begin_future(AsyncFutureObject* future, AsyncFutureObject::What what, EventLoopObject* loop) {
  future->extra = what;
  future->state = AsyncFutureObject::State::pending;
  future->failed = false;
  future->log_traceback = false;
  future->is_blocking = false;
  future->is_sleep = false;
  future->must_cancel = false;
  future->cancel_requests = 0;
  future->loop = loop;
  future->value = Value::empty();
  future->traceback = Value::empty();
  future->callback = Value::empty();
  future->context = Value::empty();
  future->more = Value::empty();
  if (what != AsyncFutureObject::task) return;
  auto* task = static_cast<AsyncTaskObject*>(future);
  task->coroutine = Value::empty();
  task->waiter = Value::empty();
  task->name = Value::none();
  task->own_context = Value::empty();
  task->previous = nullptr;
  task->next = nullptr;
}

AsyncFutureObject* begin_sleep(Machine& machine, EventLoopObject* loop, double delay, Value result) {
  auto* future = machine.heap().allocate<AsyncFutureObject>(builtin_class(BuiltinClass::async_future),
                                                            Kind::async_future);
  begin_future(future, AsyncFutureObject::future, loop);
  future->is_sleep = true;
  future->value = result;
  const double now = static_cast<double>(machine.world().now()) / static_cast<double>(kSecond);
  push_timer(machine, loop, machine.heap().make_float(now + delay), Value::object(future));
  return future;
}

// A task of asyncio.run()'s own, for tidying up: nothing that a learner made.
static bool tidies_up(Value coroutine) {
  const auto* generator = try_as<GeneratorObject>(coroutine);
  return generator != nullptr && generator->frame.code->is_library && generator->name->view().starts_with("shutdown_");
}

void start_task(Machine& machine, AsyncTaskObject* task, EventLoopObject* loop, Value coroutine,
                Value task_name, Value context) {
  task->loop = loop;
  task->coroutine = coroutine;
  task->name = task_name.is_none()
                   ? Value::small_int(static_cast<int64_t>(++machine.state().next_async_task))
                   : task_name;
  task->own_context = context;
  if (auto* generator = try_as<GeneratorObject>(coroutine)) generator->awaited = true;
  task->previous = loop->last_task;
  (loop->last_task != nullptr ? loop->last_task->next : loop->first_task) = task;
  loop->last_task = task;
  const uint32_t number = machine.heap().identity_of(task);
  if (!tidies_up(coroutine)) {
    machine.observer().on_async_task(machine.thread(), AsyncTaskChange::created, number, task_name_of(task));
  }
  push_ready(machine, loop, Value::object(task), Value::empty(), Value::empty());
}

std::string task_name_of(const AsyncTaskObject* task) {
  if (task->name.is_small_int()) return "Task-" + std::to_string(task->name.as_small_int());
  if (const auto* text = try_as<StrObject>(task->name)) return std::string(text->view());
  return "";
}

namespace {

// "at line 7 of worker, for Event.wait": the script's innermost frame, and what library code it is in.
std::string place_of(const AsyncTaskObject* task) {
  std::string place;
  std::string inside;
  Value at = task->coroutine;
  while (const auto* generator = try_as<GeneratorObject>(at)) {
    if (generator->stage == GeneratorObject::Stage::finished) break;
    const Frame& frame = generator->frame;
    if (frame.code->is_library) {
      if (inside.empty()) inside = std::string(generator->qualified_name->view());
    } else {
      inside.clear();
      place = "at line " + std::to_string(frame.code->code->span_of(frame.pc).line) + " of " +
              std::string(generator->qualified_name->view());
    }
    if (generator->stage != GeneratorObject::Stage::suspended) break;
    at = delegate_of(frame);
    if (const auto* step = try_as<AsyncStepObject>(at); step != nullptr && step->generator != nullptr) {
      at = Value::object(step->generator);
    }
  }
  if (const auto* future = try_as<AsyncFutureObject>(task->waiter)) {
    if (future->extra == AsyncFutureObject::task) {
      inside = "task " + task_name_of(static_cast<const AsyncTaskObject*>(future));
    } else if (future->extra == AsyncFutureObject::waiter && inside.empty()) {
      inside = words_for_wait(static_cast<const AsyncWaiterObject*>(future)->wait);
    } else if (future->extra == AsyncFutureObject::gathering) {
      inside = "gather";
    } else if (future->is_sleep && inside.empty()) {
      inside = "sleep";
    }
  }
  return place + (inside.empty() ? "" : ", for " + inside);
}

}  // namespace

std::string describe_waiting_tasks(const RunState& state) {
  std::string text;
  for (const ThreadObject* thread = state.first_thread; thread != nullptr; thread = thread->next) {
    const auto* loop = try_as<EventLoopObject>(thread->running_loop);
    if (loop == nullptr || !loop->is_parked) continue;
    for (const AsyncTaskObject* task = loop->first_task; task != nullptr; task = task->next) {
      text += "task " + task_name_of(task) + " waits " + place_of(task) + "\n";
    }
  }
  return text;
}

// --- what is watched ------------------------------------------------------------------------------------------

void Machine::watch(GeneratorObject* coroutine) {
  const size_t room = state_->unawaited == nullptr ? 0 : state_->unawaited->size / sizeof(UnawaitedPlace);
  if (state_->unawaited_count == room) {
    // Before it grows: without those that are settled.
    uint32_t kept = 0;
    for (uint32_t i = 0; i < room; i++) {
      const UnawaitedPlace place = unawaited_places(*state_)[i];
      if (is_unawaited(place.coroutine)) unawaited_places(*state_)[kept++] = place;
    }
    state_->unawaited_count = kept;
    const size_t wanted = std::max<size_t>(64, size_t{kept} * 2);
    if (wanted > room) {
      RawObject* larger = heap_.make_raw(wanted * sizeof(UnawaitedPlace));
      if (kept != 0) std::memcpy(larger->data, state_->unawaited->data, kept * sizeof(UnawaitedPlace));
      state_->unawaited = larger;
    }
  }
  const Frame* maker = thread_->frame;
  const bool is_script = maker != nullptr && !maker->is_trampoline && !maker->code->is_library;
  unawaited_places(*state_)[state_->unawaited_count++] = {coroutine, is_script ? maker->code : nullptr,
                                                          is_script ? maker->pc : nullptr};
}

void Machine::watch(AsyncFutureObject* future) {
  append_weak(heap_, state_->unretrieved, state_->unretrieved_count, future,
              [](const AsyncFutureObject* one) { return one->log_traceback; });
}

namespace {

// `code`: null for nowhere.
void warn_unawaited(Machine& machine, const StrObject* qualified_name, const LoadedCode* code,
                    const Instruction* pc) {
  DictObject*& warned = machine.state().warned;
  Heap& heap = machine.heap();
  const std::string message =
      "RuntimeWarning: coroutine '" + std::string(qualified_name->view()) + "' was never awaited\n";
  if (code == nullptr) {
    if (machine.options().tells_sync) machine.observer().on_neglected(true, qualified_name->view(), 0);
    machine.write_output(true, "sys:1: " + message);
    return;
  }
  const Program& program = *code->program->program;
  const int32_t line = code->code->span_of(pc).line;
  std::string text = program.filename + ":" + std::to_string(line) + ": " + message;
  if (warned == nullptr) warned = heap.make_dict();
  const Value key = heap.make_str(text);
  if (!Dict::get(warned, as<StrObject>(key)).is_empty()) return;
  Dict::set(heap, warned, as<StrObject>(key), Value::none());
  if (machine.options().tells_sync) machine.observer().on_neglected(true, qualified_name->view(), line);
  if (line > 0 && static_cast<size_t>(line) <= program.lines.size() &&
      !program.filename.starts_with('<')) {
    std::string_view source = program.lines[static_cast<size_t>(line) - 1];
    const size_t begin = source.find_first_not_of(" \t\f");
    if (begin != std::string_view::npos) {
      source = source.substr(begin, source.find_last_not_of(" \t\f") + 1 - begin);
      text += "  " + std::string(source) + "\n";
    }
  }
  machine.write_output(true, text + "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n");
}

}  // namespace

void Machine::warn_never_awaited(const StrObject* qualified_name, const Frame* frame) {
  while (frame != nullptr && frame->code->is_library) frame = frame->caller;
  warn_unawaited(*this, qualified_name, frame == nullptr ? nullptr : frame->code,
                 frame == nullptr ? nullptr : frame->pc);
}

// Another object may come to stand where one was that nothing refers to any more, and is not that one.
void Machine::forget_operation_numbers(uint8_t mark) {
  if (state_->operation_numbers == nullptr) return;
  std::vector<Value> gone;
  DictIterator iterator;
  while (const auto* entry = Dict::next(state_->operation_numbers, iterator)) {
    const auto* object = reinterpret_cast<const Object*>(static_cast<uintptr_t>(entry->key.as_small_int()) << 3);
    if (object->mark != mark && !object->is_immortal()) gone.push_back(entry->key);
  }
  for (const Value key : gone) Dict::remove(state_->operation_numbers, key);
}

void Machine::collect() {
  methods_.clear();
  std::vector<Object*> roots{state_};
  roots.insert(roots.end(), kept_.begin(), kept_.end());
  if (state_->unawaited_count == 0 && state_->unretrieved_count == 0 && state_->pending_count == 0 &&
      state_->operation_numbers == nullptr) {
    heap_.collect(roots);
    return;
  }
  // Room for what may be found, while allocating is still allowed.
  const size_t most = size_t{state_->lost_count} + state_->unretrieved_count + state_->pending_count;
  if (most != 0 && (state_->lost_futures == nullptr || state_->lost_futures->size < most)) {
    ArrayObject* larger = heap_.make_array(most * 2);
    for (uint32_t i = 0; i < state_->lost_count; i++) {
      larger->items[i] = state_->lost_futures->items[i];
    }
    state_->lost_futures = larger;
  }
  const bool keeps_pending = state_->pending_count != 0 && was_ended_in_coroutine();
  std::vector<UnawaitedPlace> unawaited;
  std::vector<StrObject*> names;
  heap_.collect(roots, [&](uint8_t mark, std::vector<Object*>& revived) {
    forget_operation_numbers(mark);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < state_->unawaited_count; i++) {
      const UnawaitedPlace place = unawaited_places(*state_)[i];
      GeneratorObject* coroutine = place.coroutine;
      if (!is_unawaited(coroutine)) continue;
      if (coroutine->mark == mark) {
        unawaited_places(*state_)[kept++] = place;
      } else {
        // The object is freed; its name is what is left to tell of it.
        unawaited.push_back(place);
        names.push_back(coroutine->qualified_name);
        if (!coroutine->qualified_name->is_immortal()) revived.push_back(coroutine->qualified_name);
      }
    }
    state_->unawaited_count = kept;
    kept = 0;
    for (uint32_t i = 0; i < state_->unretrieved_count; i++) {
      auto* future = weak_item<AsyncFutureObject>(state_->unretrieved, i);
      if (!future->log_traceback) continue;
      if (future->mark == mark) {
        reinterpret_cast<uint64_t*>(state_->unretrieved->data)[kept++] =
            reinterpret_cast<uintptr_t>(future);
      } else {
        future->log_traceback = false;
        state_->lost_futures->items[state_->lost_count++] = Value::object(future);
        revived.push_back(future);
      }
    }
    state_->unretrieved_count = kept;
    kept = 0;
    for (uint32_t i = 0; i < state_->pending_count; i++) {
      auto* task = weak_item<AsyncTaskObject>(state_->pending_tasks, i);
      if (task->mark == mark || keeps_pending) {
        reinterpret_cast<uint64_t*>(state_->pending_tasks->data)[kept++] = reinterpret_cast<uintptr_t>(task);
        if (task->mark != mark) revived.push_back(task);
      } else {
        state_->lost_futures->items[state_->lost_count++] = Value::object(task);
        revived.push_back(task);
      }
    }
    state_->pending_count = kept;
  });
  // CPython tells where the last reference went, which for what a statement makes is where it was made.
  for (size_t i = 0; i < names.size(); i++) {
    if (unawaited[i].code != nullptr) {
      warn_unawaited(*this, names[i], unawaited[i].code, unawaited[i].pc);
    } else {
      warn_never_awaited(names[i], thread_ == nullptr ? nullptr : thread_->frame);
    }
  }
}

EventLoopObject* Machine::watch_pending_tasks() {
  if (state_->async_loops == nullptr) return nullptr;
  EventLoopObject* current = nullptr;
  for (const Value one : state_->async_loops->all()) {
    auto* loop = as<EventLoopObject>(one);
    // One that still runs, in a daemon, keeps its tasks.
    if (loop->is_running) continue;
    if (loop->is_current && !loop->is_closed) current = loop;
    while (AsyncTaskObject* task = loop->first_task) {
      loop->first_task = task->next;
      task->next = nullptr;
      task->previous = nullptr;
      append_weak(heap_, state_->pending_tasks, state_->pending_count, task,
                  [](const AsyncTaskObject*) { return true; });
    }
    loop->last_task = nullptr;
  }
  state_->async_loops = nullptr;
  return current;
}

bool Machine::has_unsettled() {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < state_->unretrieved_count; i++) {
    auto* future = weak_item<AsyncFutureObject>(state_->unretrieved, i);
    if (!future->log_traceback) continue;
    reinterpret_cast<uint64_t*>(state_->unretrieved->data)[kept++] = reinterpret_cast<uintptr_t>(future);
  }
  state_->unretrieved_count = kept;
  if (kept != 0 || state_->lost_count != 0 || state_->pending_count != 0) return true;
  for (uint32_t i = 0; i < state_->unawaited_count; i++) {
    if (is_unawaited(unawaited_places(*state_)[i].coroutine)) return true;
  }
  return false;
}

void Machine::report_unsettled() {
  for (uint32_t i = 0; i < state_->unawaited_count; i++) {
    auto* coroutine = unawaited_places(*state_)[i].coroutine;
    if (is_unawaited(coroutine)) warn_never_awaited(coroutine->qualified_name, nullptr);
  }
  state_->unawaited_count = 0;
}

ListObject* Machine::take_lost_futures(bool all) {
  ListObject* list = heap_.make_list();
  for (uint32_t i = 0; i < state_->lost_count; i++) {
    heap_.append(list, state_->lost_futures->items[i]);
    state_->lost_futures->items[i] = Value::empty();
  }
  state_->lost_count = 0;
  if (all) {
    for (uint32_t i = 0; i < state_->unretrieved_count; i++) {
      auto* future = weak_item<AsyncFutureObject>(state_->unretrieved, i);
      if (future->log_traceback) heap_.append(list, Value::object(future));
      future->log_traceback = false;
    }
    state_->unretrieved_count = 0;
  }
  if (options_.tells_sync) {
    for (const Value future : list->all()) {
      const auto* one = as<AsyncFutureObject>(future);
      // (A task that never ended has no exception.)
      if (one->state == AsyncFutureObject::State::pending) continue;
      std::string name = "A future";
      if (one->extra == AsyncFutureObject::task) {
        const Value own = static_cast<const AsyncTaskObject*>(one)->name;
        name = own.is_small_int() ? "Task-" + std::to_string(own.as_small_int())
                                  : std::string(as<StrObject>(own)->view());
      }
      observer_.on_neglected(false, name, 0);
    }
  }
  return list;
}

}  // namespace lockstep
