#include "control/controlled_world.h"

#include <algorithm>
#include <type_traits>

#include "base/check.h"
#include "control/split_mix.h"

namespace lockstep {

static_assert(std::is_trivially_copyable_v<ControlledState>);

ControlledWorld::ControlledWorld(ControlledState& state, Runner& runner, Observer& observer,
                                 Options options)
    : state_(state), runner_(runner), observer_(observer), options_(options) {}

Pause ControlledWorld::start(Task& main) {
  ENSURE(state_.next_id == 0);
  state_.random = options_.seed;
  ENSURE(spawn(main));
  const Pause pause = settle();
  // Who has run so far would go on.
  if (main.state == TaskState::ready && !main.shut_out) {
    state_.current = &main;
    observer_.on_change(main, TaskChange::running, state_.clock);
  }
  return pause;
}

ControlledWorld::Situation ControlledWorld::situation() const {
  if (state_.live_threads == 0) return Situation::finished;
  if (state_.ready > state_.shut_out) return Situation::choice;
  if (!options_.arbitrary_time) return Situation::deadlock;
  for (Task* task = state_.tasks.first; task != nullptr; task = task->next) {
    if (is_enabled(*task)) return Situation::choice;
  }
  return Situation::deadlock;
}

bool ControlledWorld::is_enabled(const Task& task) const {
  if (task.state == TaskState::ready) return !task.shut_out;
  return options_.arbitrary_time && task.state == TaskState::blocked && task.deadline != kNever;
}

const std::vector<Task*>& ControlledWorld::enabled() {
  enabled_.clear();
  if (situation() != Situation::choice) return enabled_;
  for (Task* task = state_.tasks.first; task != nullptr; task = task->next) {
    if (is_enabled(*task)) enabled_.push_back(task);
  }
  return enabled_;
}

Pause ControlledWorld::step(Task& task) {
  ENSURE(is_enabled(task) && state_.live_threads > 0 && !is_interrupted());
  if (task.state == TaskState::blocked) {
    state_.clock = std::max(state_.clock, task.deadline);
    wake_by_timeout(task);
  }
  state_.last = TaskReference::to(task);
  if (state_.current != &task) {
    if (state_.current != nullptr) {
      observer_.on_change(*state_.current, TaskChange::preempted, state_.clock);
    }
    state_.current = &task;
    observer_.on_change(task, TaskChange::running, state_.clock);
  }
  observer_.on_operation(task, task.pending, state_.clock);
  const Pause pause = run(task);
  if (pause == Pause::interrupted) return pause;
  return settle() == Pause::interrupted ? Pause::interrupted : pause;
}

Pause ControlledWorld::go_on() {
  ENSURE(is_interrupted());
  const Pause pause = run(*state_.interrupted);
  if (pause == Pause::interrupted) return pause;
  return settle() == Pause::interrupted ? Pause::interrupted : pause;
}

// --- What the Runner asks for -------------------------------------------------------------------

bool ControlledWorld::announce(Task& task, const Operation& operation) {
  ENSURE(operation.kind != OperationKind::none);
  task.pending = operation;
  return false;
}

void ControlledWorld::park(Task& task, Time deadline) {
  ENSURE(task.state == TaskState::running);
  task.state = TaskState::blocked;
  task.wake_reason = WakeReason::none;
  task.deadline = deadline;
  task.park_number = ++state_.parks;
  observer_.on_change(task, TaskChange::blocked, state_.clock);
}

void ControlledWorld::unpark(Task& task) {
  ENSURE(task.state == TaskState::blocked);
  make_ready(task);
  task.wake_reason = WakeReason::notified;
  observer_.on_change(task, TaskChange::woken, state_.clock);
  forget_wait(task);
}

bool ControlledWorld::spawn(Task& task) {
  ENSURE(task.state == TaskState::created);
  if (state_.tasks.size >= options_.max_tasks) return false;
  task.id = state_.next_id++;
  state_.tasks.push_back(task);
  if (!task.daemon) ++state_.live_threads;
  make_ready(task);
  observer_.on_change(task, TaskChange::spawned, state_.clock);
  return true;
}

uint64_t ControlledWorld::random() { return split_mix(state_.random); }

// --- Driving ------------------------------------------------------------------------------------

// Resumes a ready task once.
Pause ControlledWorld::run(Task& task) {
  if (task.pending.kind == OperationKind::none) --state_.unsettled;
  --state_.ready;
  task.state = TaskState::running;

  const Pause pause = runner_.resume(task);
  state_.interrupted = pause == Pause::interrupted ? &task : nullptr;
  switch (pause) {
    case Pause::operation:
    case Pause::interrupted:
      make_ready(task);
      break;
    case Pause::parked:
      if (state_.current == &task) state_.current = nullptr;
      // A moment that has come already is not worth a jump of the clock.
      if (task.state == TaskState::blocked && task.deadline <= state_.clock) wake_by_timeout(task);
      break;
    case Pause::finished:
      end_task(task);
      break;
  }
  return pause;
}

// Brings the run to the next point where somebody has to choose, or to its end.
Pause ControlledWorld::settle() {
  for (;;) {
    if (run_invisible_parts() == Pause::interrupted) return Pause::interrupted;
    if (state_.live_threads == 0 || anyone_can_go_on()) return Pause::operation;
    if (advance_clock()) continue;
    if (park_the_rest() == Pause::interrupted) return Pause::interrupted;
    observer_.on_deadlock(state_.clock);
    return Pause::operation;
  }
}

// Looks again who of the ready tasks is shut out.
bool ControlledWorld::anyone_can_go_on() {
  bool anyone = false;
  for (Task* task = state_.tasks.first; task != nullptr; task = task->next) {
    if (task->state != TaskState::ready) {
      anyone = anyone || is_enabled(*task);
      continue;
    }
    if (runner_.can_go_on(*task)) {
      anyone = true;
      if (!task->shut_out) continue;
      task->shut_out = false;
      --state_.shut_out;
      observer_.on_change(*task, TaskChange::woken, state_.clock);
      forget_wait(*task);
    } else if (!task->shut_out) {
      task->shut_out = true;
      ++state_.shut_out;
      if (state_.current == task) state_.current = nullptr;
      observer_.on_change(*task, TaskChange::blocked, state_.clock);
    }
  }
  return anyone;
}

// Nobody can ever go on: whoever is shut out begins to wait, so that all wait alike.
Pause ControlledWorld::park_the_rest() {
  for (Task* task = state_.tasks.first; task != nullptr; task = task->next) {
    if (task->state != TaskState::ready) continue;
    task->shut_out = false;
    --state_.shut_out;
    if (run(*task) == Pause::interrupted) return Pause::interrupted;
  }
  return Pause::operation;
}

Pause ControlledWorld::run_invisible_parts() {
  while (state_.unsettled > 0 && state_.live_threads > 0) {
    Task* task = state_.tasks.first;
    while (task->state != TaskState::ready || task->pending.kind != OperationKind::none) {
      task = task->next;
    }
    if (run(*task) == Pause::interrupted) return Pause::interrupted;
  }
  return Pause::operation;
}

void ControlledWorld::make_ready(Task& task) {
  task.state = TaskState::ready;
  ++state_.ready;
  if (task.pending.kind == OperationKind::none) ++state_.unsettled;
}

void ControlledWorld::wake_by_timeout(Task& task) {
  make_ready(task);
  task.wake_reason = WakeReason::timeout;
  observer_.on_change(task, TaskChange::woken, state_.clock);
  forget_wait(task);
}

// Jumps to the nearest deadline. False when there is none: the run is deadlocked.
bool ControlledWorld::advance_clock() {
  Time nearest = kNever;
  for (Task* task = state_.tasks.first; task != nullptr; task = task->next) {
    nearest = std::min(nearest, task->deadline);
  }
  if (nearest == kNever) return false;
  state_.clock = std::max(state_.clock, nearest);

  std::vector<Task*> due;
  for (Task* task = state_.tasks.first; task != nullptr; task = task->next) {
    if (task->deadline <= state_.clock) due.push_back(task);
  }
  std::sort(due.begin(), due.end(), [](const Task* left, const Task* right) {
    return left->park_number < right->park_number;
  });
  for (Task* task : due) wake_by_timeout(*task);
  return true;
}

void ControlledWorld::end_task(Task& task) {
  task.state = TaskState::finished;
  state_.tasks.remove(task);
  if (state_.current == &task) state_.current = nullptr;
  if (!task.daemon) --state_.live_threads;
  observer_.on_change(task, TaskChange::finished, state_.clock);
  if (state_.live_threads == 0) observer_.on_end(RunEnd::finished, state_.clock);
}

}  // namespace lockstep
