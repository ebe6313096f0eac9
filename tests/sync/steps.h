#pragma once

#include <functional>
#include <vector>

#include <doctest/doctest.h>

#include "sync/condition.h"
#include "sync/lock.h"
#include "sync/rlock.h"
#include "world/script_fixture.h"

// Steps that the tests of primitives are made of.
namespace lockstep::fixture {

inline Step act(std::function<void(Context&)> action,
                OperationKind kind = OperationKind::call_native) {
  return {[action = std::move(action)](Context& context) {
            action(context);
            return kDone;
          },
          kind};
}

// Calls a blocking operation until it is done, then says what it answered.
inline Step blocking(std::function<Progress(Context&, bool&)> call, std::vector<bool>* answers) {
  return {[call = std::move(call), answers](Context& context) {
    bool answer = false;
    if (call(context, answer) == Progress::parked) return kParked;
    CHECK(context.task.wait.phase == 0);
    CHECK(context.task.waiter.queue == nullptr);
    if (answers != nullptr) answers->push_back(answer);
    return kDone;
  }};
}

template <class AnyLock>
Step acquire(AnyLock& lock, Time timeout = kNever, std::vector<bool>* answers = nullptr) {
  return blocking(
      [&lock, timeout](Context& context, bool& answer) {
        return lock.acquire(context.world, context.task, deadline_after(context.world, timeout),
                            answer);
      },
      answers);
}

template <class AnyLock>
Step release(AnyLock& lock) {
  return act([&lock](Context& context) {
    CHECK(lock.release(context.world, context.task) == SyncError::none);
  });
}

template <class AnyLock>
Step wait_on(Condition& condition, AnyLock& lock, Time timeout = kNever,
             std::vector<bool>* answers = nullptr) {
  return blocking(
      [&condition, &lock, timeout](Context& context, bool& answer) {
        SyncError error = SyncError::none;
        const Progress progress =
            condition.wait(context.world, context.task, lock,
                           deadline_after(context.world, timeout), answer, error);
        CHECK(error == SyncError::none);
        return progress;
      },
      answers);
}

template <class AnyLock>
Step notify(Condition& condition, AnyLock& lock, uint32_t count = 1) {
  return act([&condition, &lock, count](Context& context) {
    CHECK(condition.notify(context.world, context.task, lock, count) == SyncError::none);
  });
}

}  // namespace lockstep::fixture
