#include "control/deadlock.h"

#include <algorithm>

namespace lockstep {

namespace {

const Task* find(const TaskList& tasks, TaskReference reference) {
  for (const Task* task = tasks.first; task != nullptr; task = task->next) {
    if (reference.is(*task)) return task;
  }
  return nullptr;
}

// "lock a"; "a lock" when it has no name.
std::string named(const char* kind, const std::string& name) {
  return name.empty() ? std::string("a ") + kind : std::string(kind) + " " + name;
}

std::string name_of(uint32_t id, const ReportNames& names) {
  std::string name = names.task ? names.task(id) : "";
  return name.empty() ? "thread " + std::to_string(id) : name;
}

std::string what_for(const DeadlockReport::Wait& wait, const ReportNames& names) {
  const std::string name = names.object && wait.object != 0 ? names.object(wait.object) : "";
  switch (wait.kind) {
    case WaitKind::nothing:
      return "waits";
    case WaitKind::lock:
    case WaitKind::rlock:
      return "waits for " + named("lock", name);
    case WaitKind::condition:
      return "waits to be notified by " + named("condition", name);
    case WaitKind::semaphore:
      return "waits for a permit of " + named("semaphore", name);
    case WaitKind::event:
      return name.empty() ? "waits for an event to be set"
                          : "waits for event " + name + " to be set";
    case WaitKind::barrier:
      return "waits at " + named("barrier", name);
    case WaitKind::queue_item:
      return "waits for an item from " + named("queue", name);
    case WaitKind::queue_space:
      return "waits for space in " + named("queue", name);
    case WaitKind::queue_join:
      return "waits for all tasks of " + named("queue", name);
    case WaitKind::thread_end:
      return "waits for a thread to end";
    case WaitKind::future:
      return "waits for the result of " + named("future", name);
    case WaitKind::sleep:
      return "sleeps";
    case WaitKind::loop:
      return "waits for something to do in its event loop";
    case WaitKind::input:
      return "waits for standard input";
  }
  return "";
}

std::string sentence(const DeadlockReport::Wait& wait, const TaskList& tasks,
                     const ReportNames& names) {
  const std::string who = name_of(wait.task, names);
  if (wait.owner.none()) return who + " " + what_for(wait, names);
  if (wait.kind == WaitKind::thread_end) {
    return who + " waits for " + name_of(wait.owner.id(), names) + " to end";
  }
  std::string text = who + " " + what_for(wait, names);
  const char* verb = wait.kind == WaitKind::barrier ? "blocks" : "holds";
  if (wait.owner.id() == wait.task) return text + ", which it " + verb + " itself";
  text += ", which " + name_of(wait.owner.id(), names) + " " + verb;
  if (find(tasks, wait.owner) == nullptr) text += ", and that thread has ended";
  return text;
}

// Every task has one owner at most, so walking from owner to owner either leaves the tasks or
// comes back to one that this walk has met before.
std::vector<uint32_t> find_cycle(const std::vector<DeadlockReport::Wait>& waits) {
  for (const auto& start : waits) {
    std::vector<uint32_t> path;
    const DeadlockReport::Wait* at = &start;
    while (at != nullptr) {
      const auto met = std::find(path.begin(), path.end(), at->task);
      if (met != path.end()) return {met, path.end()};
      path.push_back(at->task);
      const TaskReference owner = at->owner;
      const auto next = std::find_if(waits.begin(), waits.end(), [&](const auto& wait) {
        return !owner.none() && wait.task == owner.id();
      });
      at = next == waits.end() ? nullptr : &*next;
    }
  }
  return {};
}

}  // namespace

std::string DeadlockReport::text() const {
  std::string all;
  for (const Wait& wait : waits) all += wait.text + "\n";
  if (!cycle_text.empty()) all += cycle_text + "\n";
  return all;
}

DeadlockReport report_deadlock(const TaskList& tasks, const ReportNames& names) {
  DeadlockReport report;
  for (const Task* task = tasks.first; task != nullptr; task = task->next) {
    if (task->state != TaskState::blocked) continue;
    DeadlockReport::Wait wait;
    wait.task = task->id;
    wait.daemon = task->daemon;
    wait.kind = task->waiting_for;
    wait.object = task->waiting_object;
    if (task->waiting_for_owner != nullptr) wait.owner = *task->waiting_for_owner;
    wait.text = sentence(wait, tasks, names);
    report.waits.push_back(std::move(wait));
  }
  report.cycle = find_cycle(report.waits);
  if (report.cycle.size() > 1) {
    report.cycle_text = "they wait for each other: ";
    for (const uint32_t id : report.cycle) report.cycle_text += name_of(id, names) + " -> ";
    report.cycle_text += name_of(report.cycle.front(), names);
  }
  return report;
}

}  // namespace lockstep
