#include "session/loop_views.h"

#include <algorithm>
#include <cstdio>
#include <unordered_map>

#include "session/loop_words.h"
#include "vm/async.h"
#include "vm/generators.h"
#include "vm/loaded_program.h"
#include "vm/objects/text.h"

// The event loops of asyncio at a moment: what they do next, and where their tasks are.

namespace lockstep {

namespace {

constexpr size_t kMostEntries = 100;
constexpr size_t kMostTasksOfLoop = 200;

double seconds_of(Value when) {
  double seconds = 0;
  Machine::to_double(when, seconds);
  return seconds;
}

std::string shown_seconds(double seconds) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6g s", seconds);
  return text;
}

using Times = std::unordered_map<const Object*, double>;

// When each sleep of the loop ends.
Times times_of_sleeps(const EventLoopObject* loop) {
  Times times;
  for (uint32_t i = 0; i < loop->timer_count; i++) {
    const Value* entry = loop->timers->items + size_t{i} * EventLoopObject::kTriple;
    times.emplace(entry[2].as_object(), seconds_of(entry[0]));
  }
  return times;
}

bool was_cancelled(Value timer) {
  if (const auto* handle = try_as<AsyncHandleObject>(timer)) {
    return (handle->extra & AsyncHandleObject::kCancelled) != 0;
  }
  return as<AsyncFutureObject>(timer)->state != AsyncFutureObject::State::pending;
}

LoopEntryView view_of_entry(std::string words, const AsyncTaskObject* task) {
  LoopEntryView view;
  view.words = std::move(words);
  if (task != nullptr) view.task = Heap::known_identity(task);
  return view;
}

AsyncTaskView describe_task(const ObjectWalk& walk, const FrameDescriber& describe, const ThreadObject* thread,
                            const EventLoopObject* loop, const AsyncTaskObject* task) {
  AsyncTaskView view;
  view.id = Heap::known_identity(task);
  view.name = task_name_of(task);
  view.cancelling = task->cancel_requests != 0 || task->must_cancel;
  const auto* waiter = try_as<AsyncFutureObject>(task->waiter);
  const auto add = [&](const Frame& frame) {
    if (!frame.is_trampoline && !frame.code->is_library) view.frames.push_back(describe(frame));
  };
  if (thread != nullptr && loop->current_task.is_object() && loop->current_task.as_object() == task) {
    view.status = AsyncTaskStatus::running;
    const auto* generator = try_as<GeneratorObject>(task->coroutine);
    const Frame* last = generator == nullptr ? nullptr : &generator->frame;
    for (const Frame* frame = thread->frame; frame != nullptr; frame = frame->caller) {
      add(*frame);
      if (frame == last) break;
    }
  } else {
    if (waiter != nullptr && waiter->state == AsyncFutureObject::State::pending) {
      view.status = waiter->is_sleep ? AsyncTaskStatus::sleeping : AsyncTaskStatus::waiting;
      view.waiting_for = words_for_task_wait(task, walk);
    }
    Value at = task->coroutine;
    while (const auto* generator = try_as<GeneratorObject>(at)) {
      if (generator->stage == GeneratorObject::Stage::finished) break;
      add(generator->frame);
      if (generator->stage != GeneratorObject::Stage::suspended) break;
      at = delegate_of(generator->frame);
      if (const auto* step = try_as<AsyncStepObject>(at); step != nullptr && step->generator != nullptr) {
        at = Value::object(step->generator);
      }
    }
    std::reverse(view.frames.begin(), view.frames.end());
  }
  if (!view.frames.empty()) {
    view.function = view.frames.front().function;
    view.line = view.frames.front().line;
  }
  return view;
}

// `thread`: the one it runs in, or null.
LoopView describe_loop(const ObjectWalk& walk, const FrameDescriber& describe, const ThreadObject* thread,
                       const EventLoopObject* loop) {
  LoopView view;
  view.runs = thread != nullptr;
  view.thread = thread == nullptr ? 0 : thread->task.id;
  view.waits = loop->is_parked;
  view.round = loop->batch;
  if (const auto* task = try_as<AsyncFutureObject>(loop->current_task)) {
    view.current = Heap::known_identity(task);
  }
  view.ready_count = loop->ready_count;
  for (uint32_t i = 0; i < loop->ready_count && view.ready.size() < kMostEntries; i++) {
    const uint32_t place = (loop->ready_first + i) & (loop->ready->size / EventLoopObject::kTriple - 1);
    const AsyncTaskObject* task = nullptr;
    std::string words = words_for_entry(loop->ready->items + size_t{place} * EventLoopObject::kTriple, walk, task);
    view.ready.push_back(view_of_entry(std::move(words), task));
  }
  std::vector<const Value*> timers;
  for (uint32_t i = 0; i < loop->timer_count; i++) {
    const Value* entry = loop->timers->items + size_t{i} * EventLoopObject::kTriple;
    if (!was_cancelled(entry[2])) timers.push_back(entry);
  }
  view.timer_count = timers.size();
  const size_t shown = std::min(timers.size(), kMostEntries);
  std::partial_sort(timers.begin(), timers.begin() + static_cast<ptrdiff_t>(shown), timers.end(),
                    [](const Value* a, const Value* b) {
                      const double first = seconds_of(a[0]);
                      const double second = seconds_of(b[0]);
                      return first != second ? first < second : a[1].as_small_int() < b[1].as_small_int();
                    });
  for (size_t i = 0; i < shown; i++) {
    const AsyncTaskObject* task = nullptr;
    std::string words = words_for_timer(timers[i][2], walk, task);
    view.timers.push_back(view_of_entry(std::move(words), task));
    view.timers.back().when = seconds_of(timers[i][0]);
  }
  const Times times = times_of_sleeps(loop);
  for (const auto* task = loop->first_task; task != nullptr; task = task->next) {
    if (view.task_count++ >= kMostTasksOfLoop) continue;
    view.tasks.push_back(describe_task(walk, describe, thread, loop, task));
    const auto* waiter = try_as<AsyncFutureObject>(task->waiter);
    if (view.tasks.back().status != AsyncTaskStatus::sleeping) continue;
    const auto found = times.find(waiter);
    if (found != times.end()) view.tasks.back().waiting_for = "sleep until " + shown_seconds(found->second);
  }
  return view;
}

bool is_idle(const EventLoopObject* loop) {
  return !loop->is_running && !loop->is_closed &&
         (loop->ready_count != 0 || loop->timer_count != 0 || loop->first_task != nullptr);
}

}  // namespace

FrameView describe_place(const Frame& frame) {
  FrameView view;
  view.function = std::string(frame.code->name->view());
  view.line = frame.code->code->span_of(frame.pc).line;
  return view;
}

std::vector<LoopView> view_loops(Machine& machine, const ObjectWalk& walk, const FrameDescriber& describe) {
  std::vector<LoopView> views;
  for (ThreadObject* thread = machine.state().first_thread; thread != nullptr; thread = thread->next) {
    if (const auto* loop = try_as<EventLoopObject>(thread->running_loop)) {
      views.push_back(describe_loop(walk, describe, thread, loop));
    }
  }
  std::sort(views.begin(), views.end(),
            [](const LoopView& a, const LoopView& b) { return a.thread < b.thread; });
  return views;
}

std::vector<LoopView> view_idle_loops(Machine& machine, const ObjectWalk& walk, const FrameDescriber& describe) {
  std::vector<LoopView> views;
  if (machine.state().async_loops == nullptr) return views;
  for (const Value one : machine.state().async_loops->all()) {
    const auto* loop = as<EventLoopObject>(one);
    if (is_idle(loop)) views.push_back(describe_loop(walk, describe, nullptr, loop));
  }
  return views;
}

bool has_idle_loops(const Machine& machine) {
  ListObject* loops = machine.state().async_loops;
  if (loops == nullptr) return false;
  const auto all = loops->all();
  return std::any_of(all.begin(), all.end(), [](Value one) { return is_idle(as<EventLoopObject>(one)); });
}

}  // namespace lockstep
