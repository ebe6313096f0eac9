#include "sync/barrier.h"

#include "base/check.h"

namespace lockstep {

namespace {

enum Phase : uint8_t { kCalled, kEntering, kFilling };

}  // namespace

void Barrier::set_object(uint32_t object) {
  waiters.object = object;
  locked_out.object = object;
}

Barrier::Step Barrier::wait(World& world, Task& task, Time timeout, uint32_t& index,
                            SyncError& error) {
  WaitState& call = task.wait;
  error = SyncError::none;
  if (call.phase == kCalled) call.phase = kEntering;
  if (!may_proceed(world, task)) return Step::parked;
  if (call.phase == kEntering) {
    const Step step = enter(world, task, timeout, index, error);
    if (call.phase != kFilling) return step;
  }

  if (state == State::filling) {
    if (call.deadline == kNever || world.now() < call.deadline) {
      park_in(world, task, waiters, WaitKind::barrier, call.deadline);
      return Step::parked;
    }
    change(world, State::broken);
  }
  if (state != State::draining) error = SyncError::barrier_broken;
  index = call.number;
  leave(world);
  call = WaitState{};
  return Step::done;
}

// Takes a place in the current round once there is one. The caller goes on when it has to wait for
// the others (phase kFilling); otherwise the step says all.
Barrier::Step Barrier::enter(World& world, Task& task, Time timeout, uint32_t& index,
                             SyncError& error) {
  WaitState& call = task.wait;
  if (state == State::draining || state == State::resetting) {
    park_in(world, task, waiters, WaitKind::barrier, kNever);
    return Step::parked;
  }
  if (state == State::broken) {
    error = SyncError::barrier_broken;
    call = WaitState{};
    return Step::done;
  }

  index = count++;
  if (count != parties) {
    call.phase = kFilling;
    call.number = index;
    call.deadline = deadline_after(world, timeout);
    return Step::done;
  }
  call = WaitState{};  // the action may wait for things of its own
  if (has_action) {
    acting = TaskReference::to(task);
    return Step::run_action;
  }
  change(world, State::draining);
  leave(world);
  return Step::done;
}

void Barrier::finish_action(World& world, Task& task, bool succeeded) {
  ENSURE(acting.is(task));
  acting = {};
  wake_all(world, locked_out);
  change(world, succeeded ? State::draining : State::broken);
  leave(world);
}

Progress Barrier::reset(World& world, Task& task) {
  if (!may_proceed(world, task)) return Progress::parked;
  if (count == 0) {
    state = State::filling;
  } else if (state == State::filling || state == State::broken) {
    state = State::resetting;
  }
  wake_all(world, waiters);
  task.wait = WaitState{};
  return Progress::done;
}

Progress Barrier::abort(World& world, Task& task) {
  if (!may_proceed(world, task)) return Progress::parked;
  change(world, State::broken);
  task.wait = WaitState{};
  return Progress::done;
}

// False, and the task is parked, while an action runs.
bool Barrier::may_proceed(World& world, Task& task) {
  leave_queue(task);
  if (acting.none()) return true;
  park_in(world, task, locked_out, WaitKind::barrier, kNever, &acting);
  return false;
}

void Barrier::change(World& world, State to) {
  state = to;
  wake_all(world, waiters);
}

// The last one out makes room for the next round.
void Barrier::leave(World& world) {
  --count;
  if (count == 0 && (state == State::draining || state == State::resetting)) {
    change(world, State::filling);
  }
}

}  // namespace lockstep
