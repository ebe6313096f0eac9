#pragma once

#include <functional>
#include <string>

#include "trace/log.h"
#include "world/observer.h"

namespace lockstep {

// Writes what happens to tasks into a log. Whoever has permission to run may write to the log
// beside it.
class TraceRecorder final : public Observer {
 public:
  // `thread_name` is asked once for every task, when it is spawned. The log is to outlive the
  // recorder.
  TraceRecorder(Log& log, std::function<std::string(const Task&)> thread_name);

  void on_change(const Task& task, TaskChange change, Time when) override;
  void on_switch_request(const Task& holder, Time when) override;
  void on_operation(const Task& task, const Operation& operation, Time when) override;
  void on_deadlock(Time when) override;
  void on_end(RunEnd end, Time when) override;

  // What was written by a script, and the rest that only the machine knows of.
  void note_text(EventKind kind, const Task& task, int32_t line, std::string_view text, Time when);
  // What a task of asyncio does, in a loop that `task` runs; `number` names it.
  void note_async_task(EventKind kind, const Task& task, uint32_t number, std::string_view text,
                       Time when);

 private:
  Log& log_;
  std::function<std::string(const Task&)> thread_name_;
};

// "lock", "condition", ...: what texts of blocked events say.
std::string_view word_for(WaitKind kind);

// What the interface shows for a step, to be followed by the name of what is touched.
std::string_view label_of(OperationKind kind);

}  // namespace lockstep
