#include "world/trace_recorder.h"

#include <utility>

namespace lockstep {

namespace {

TraceEvent event_of(EventKind kind, const Task& task, Time when) {
  TraceEvent event;
  event.kind = kind;
  event.task = task.id;
  event.time = when;
  return event;
}

}  // namespace

TraceRecorder::TraceRecorder(Log& log, std::function<std::string(const Task&)> thread_name)
    : log_(log), thread_name_(std::move(thread_name)) {}

void TraceRecorder::on_change(const Task& task, TaskChange change, Time when) {
  TraceEvent event = event_of(EventKind::note, task, when);
  switch (change) {
    case TaskChange::spawned:
      event.kind = EventKind::thread_created;
      event.text = log_.intern(thread_name_(task));
      event.detail = task.daemon ? 1 : 0;
      break;
    case TaskChange::running:
      event.kind = EventKind::running;
      break;
    case TaskChange::blocked:
      event.kind = EventKind::blocked;
      event.text = log_.intern(word_for(task.waiting_for));
      event.object = task.waiting_object;
      if (task.waiting_for_owner != nullptr) event.detail = task.waiting_for_owner->number;
      break;
    case TaskChange::woken:
      event.kind = EventKind::woken;
      event.text = log_.intern(task.wake_reason == WakeReason::timeout ? "timeout" : "notified");
      break;
    case TaskChange::preempted:
      event.kind = EventKind::preempted;
      break;
    case TaskChange::finished:
      event.kind = EventKind::thread_ended;
      break;
  }
  log_.append(event);
}

void TraceRecorder::on_switch_request(const Task& holder, Time when) {
  log_.append(event_of(EventKind::gil_request, holder, when));
}

void TraceRecorder::on_operation(const Task& task, const Operation& operation, Time when) {
  TraceEvent event = event_of(EventKind::operation, task, when);
  // A task in the middle of a wait goes on with an operation that is in the log already.
  const OperationKind kind = task.wait.phase == 0 ? operation.kind : OperationKind::resume;
  event.text = log_.intern(label_of(kind));
  event.object = operation.object;
  event.detail = operation.detail;
  event.line = operation.line;
  log_.append(event);
}

void TraceRecorder::on_deadlock(Time when) {
  TraceEvent event;
  event.kind = EventKind::deadlock;
  event.time = when;
  log_.append(event);
}

void TraceRecorder::on_end(RunEnd end, Time when) {
  TraceEvent event;
  event.kind = EventKind::run_end;
  event.time = when;
  event.text = log_.intern(end == RunEnd::finished ? "finished" : "stopped");
  log_.append(event);
}

void TraceRecorder::note_text(EventKind kind, const Task& task, int32_t line, std::string_view text,
                              Time when) {
  TraceEvent event = event_of(kind, task, when);
  event.line = line;
  event.text = log_.add_text(text);
  log_.append(event);
}

void TraceRecorder::note_async_task(EventKind kind, const Task& task, uint32_t number,
                                    std::string_view text, Time when) {
  TraceEvent event = event_of(kind, task, when);
  event.object = number;
  if (!text.empty()) event.text = log_.intern(text);
  log_.append(event);
}

std::string_view word_for(WaitKind kind) {
  switch (kind) {
    case WaitKind::nothing:
      return "";
    case WaitKind::lock:
    case WaitKind::rlock:
      return "lock";
    case WaitKind::condition:
      return "condition";
    case WaitKind::semaphore:
      return "semaphore";
    case WaitKind::event:
      return "event";
    case WaitKind::barrier:
      return "barrier";
    case WaitKind::queue_item:
      return "item";
    case WaitKind::queue_space:
      return "space";
    case WaitKind::queue_join:
      return "tasks done";
    case WaitKind::thread_end:
      return "thread";
    case WaitKind::future:
      return "future";
    case WaitKind::sleep:
      return "sleep";
    case WaitKind::loop:
      return "event loop";
    case WaitKind::input:
      return "input";
  }
  return "";
}

std::string_view label_of(OperationKind kind) {
  switch (kind) {
#define OPERATION(name, is_write, label) \
  case OperationKind::name:              \
    return label;
#include "world/operation.def"
#undef OPERATION
  }
  return "";
}

}  // namespace lockstep
