#include "sync/condition.h"

#include <doctest/doctest.h>

#include "sync/steps.h"

namespace lockstep {
namespace {

using namespace fixture;

TEST_CASE_TEMPLATE("two threads take turns by a condition", AnyLock, Lock, RLock) {
  const auto body = [](int rounds) {
    return [rounds](Script& script) {
      struct Shared {
        AnyLock lock;
        Condition condition;
        int turn = 0;
        std::vector<int> order;
      };
      auto shared = std::make_shared<Shared>();
      script.thread();
      for (int i = 0; i < 2; ++i) {
        script.thread(
            {acquire(shared->lock),
             Step([shared, i](Context&) { return shared->turn == i ? jump_to(3) : kDone; }),
             Step([shared](Context& context) {
               bool notified = false;
               SyncError error = SyncError::none;
               const Progress progress = shared->condition.wait(
                   context.world, context.task, shared->lock, kNever, notified, error);
               return progress == Progress::parked ? kParked : jump_to(1);
             }),
             act([shared, i](Context&) {
               shared->order.push_back(i);
               shared->turn = 1 - i;
             }),
             notify(shared->condition, shared->lock), release(shared->lock),
             Step(
                 [shared, i, rounds](Context&) {
                   return static_cast<int>(shared->order.size()) < 2 * rounds - 1 + i ? jump_to(0)
                                                                                      : kDone;
                 },
                 OperationKind::none)});
      }
      script.main_that_joins();
      return [shared, rounds](const Played& played) {
        CHECK(played.ending == Ending::finished);
        REQUIRE(shared->order.size() == static_cast<size_t>(2 * rounds));
        bool in_turn = true;
        for (int i = 0; i < 2 * rounds; ++i) in_turn = in_turn && shared->order[i] == i % 2;
        CHECK(in_turn);
      };
    };
  };
  in_every_world(body(5));
  play_free(body(2'000));
}

TEST_CASE("waiters are notified first come first, and get the lock back one by one") {
  Stage stage;
  Lock lock;
  Condition condition;
  stage.script.thread();
  std::vector<int> order;
  std::vector<Thread*> threads;
  for (int i = 0; i < 4; ++i) {
    threads.push_back(
        &stage.script.thread({acquire(lock), wait_on(condition, lock),
                              act([&order, i](Context&) { order.push_back(i); }), release(lock)}));
  }
  Thread& notifier =
      stage.script.thread({acquire(lock), notify(condition, lock, 3), release(lock), acquire(lock),
                           notify(condition, lock, 9), release(lock)});
  stage.script.main_that_joins();
  stage.begin(5);
  for (const int i : {1, 3, 0, 2}) stage.step(*threads[i], 2);
  CHECK(condition.waiters.size == 4);
  stage.step(notifier, 2);
  for (int i = 0; i < 4; ++i) CHECK(stage.is_enabled(*threads[i]) == (i != 2));
  for (const int i : {1, 3, 0}) stage.step(*threads[i]);  // all three find the lock taken
  for (int i = 0; i < 4; ++i) CHECK_FALSE(stage.is_enabled(*threads[i]));
  CHECK(threads[1]->task.waiting_for == WaitKind::lock);
  stage.step(notifier);
  CHECK(stage.is_enabled(*threads[1]));
  for (const int i : {1, 3, 0}) stage.step(*threads[i], 3);
  CHECK(order == std::vector<int>{1, 3, 0});
  stage.step(notifier, 3);
  stage.step(*threads[2], 3);
  CHECK(order == std::vector<int>{1, 3, 0, 2});
}

TEST_CASE("a wait on a reentrant lock gives it up whatever its depth") {
  Stage stage;
  RLock lock;
  Condition condition;
  std::vector<bool> answers;
  Thread& main = stage.script.thread();
  Thread& waiter = stage.script.thread({acquire(lock), acquire(lock), acquire(lock),
                                        wait_on(condition, lock, kNever, &answers), release(lock),
                                        release(lock), release(lock)});
  main.steps = {Script::start(waiter), acquire(lock), notify(condition, lock), release(lock)};
  stage.begin(1);
  stage.step(waiter, 4);
  CHECK(lock.depth == 0);
  stage.step(main, 3);
  stage.step(waiter);
  CHECK(lock.depth == 3);
  stage.step(waiter, 3);
  CHECK(lock.depth == 0);
  CHECK(answers == std::vector<bool>{true});
}

TEST_CASE("a wait that runs out of time says so, once it has the lock back") {
  Stage stage;
  Lock lock;
  Condition condition;
  std::vector<bool> answers;
  Thread& main = stage.script.thread();
  Thread& waiter =
      stage.script.thread({acquire(lock), wait_on(condition, lock, 100, &answers), release(lock)});
  Thread& hog = stage.script.thread(
      {acquire(lock), act([](Context&) {}), notify(condition, lock), release(lock)});
  main.steps = {Script::start(waiter), Script::start(hog), Script::join(waiter)};
  stage.begin(2);
  stage.step(waiter, 2);
  stage.step(hog);
  stage.state.clock = 200;
  stage.step(main);  // parks, and nobody is woken: the hog could go on
  stage.step(hog);
  CHECK_FALSE(stage.is_enabled(waiter));
  stage.step(
      hog);  // the deadline has passed, yet nobody has told the waiter: it counts as notified
  stage.step(hog);
  stage.step(waiter);
  CHECK(answers == std::vector<bool>{true});

  in_every_world(
      [](Script& script) {
        struct Shared {
          Lock lock;
          Condition condition;
          std::vector<bool> answers;
        };
        auto shared = std::make_shared<Shared>();
        script.thread();
        script.thread({acquire(shared->lock),
                       wait_on(shared->condition, shared->lock, kNonBlocking, &shared->answers),
                       wait_on(shared->condition, shared->lock, 0, &shared->answers),
                       wait_on(shared->condition, shared->lock, 500'000, &shared->answers),
                       release(shared->lock)});
        script.main_that_joins();
        return [shared](const Played& played) {
          CHECK(played.ending == Ending::finished);
          CHECK(shared->answers == std::vector<bool>{false, false, false});
          CHECK(shared->condition.waiters.empty());
          CHECK_FALSE(shared->lock.locked);
        };
      },
      {3, 5});
}

TEST_CASE("what conditions refuse") {
  Stage stage;
  World& world = stage.world;
  Condition condition;
  Lock lock;
  RLock rlock;
  Task self;
  Task other;
  other.id = 3;
  bool notified = false;
  SyncError error = SyncError::none;

  CHECK(condition.wait(world, self, lock, kNever, notified, error) == Progress::done);
  CHECK(error == SyncError::wait_unacquired);
  CHECK(condition.notify(world, self, lock, 1) == SyncError::notify_unacquired);
  bool acquired = false;
  CHECK(lock.acquire(world, other, kNever, acquired) == Progress::done);
  CHECK(condition.notify_all(world, self, lock) == SyncError::none);  // a Lock knows no owner

  CHECK(rlock.acquire(world, other, kNever, acquired) == Progress::done);
  CHECK(condition.wait(world, self, rlock, kNever, notified, error) == Progress::done);
  CHECK(error == SyncError::wait_unacquired);
  CHECK(condition.notify_all(world, self, rlock) == SyncError::notify_unacquired);
  CHECK(condition.notify_all(world, other, rlock) == SyncError::none);
}

}  // namespace
}  // namespace lockstep
