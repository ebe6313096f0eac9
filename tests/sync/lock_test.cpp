#include "sync/lock.h"

#include <doctest/doctest.h>

#include "sync/rlock.h"
#include "sync/steps.h"

namespace lockstep {
namespace {

using namespace fixture;

// Each thread adds `rounds` to a counter by reading it, and writing it in a later step.
template <class AnyLock>
std::function<void(const Played&)> count_under(Script& script, int threads, int rounds) {
  struct Shared {
    AnyLock lock;
    int counter = 0;
    std::vector<int> read;
    std::vector<int> round;
  };
  auto shared = std::make_shared<Shared>();
  shared->read.resize(threads);
  shared->round.resize(threads);
  script.thread();
  for (int i = 0; i < threads; ++i) {
    script.thread(
        {acquire(shared->lock), act([shared, i](Context&) { shared->read[i] = shared->counter; }),
         act([shared, i](Context&) { shared->counter = shared->read[i] + 1; }),
         release(shared->lock),
         Step([shared, i,
               rounds](Context&) { return ++shared->round[i] < rounds ? jump_to(0) : kDone; },
              OperationKind::none)});
  }
  script.main_that_joins();
  return [shared, threads, rounds](const Played& played) {
    CHECK(played.ending == Ending::finished);
    CHECK(shared->counter == threads * rounds);
    CHECK(shared->lock.waiters.empty());
    CHECK(shared->lock.holder.none());
  };
}

TEST_CASE_TEMPLATE("a lock lets one thread in at a time", AnyLock, Lock, RLock) {
  in_every_world([](Script& script) { return count_under<AnyLock>(script, 4, 5); });
  play_free([](Script& script) { return count_under<AnyLock>(script, 4, 10'000); },
            {.switch_interval = 20'000});
}

TEST_CASE_TEMPLATE("a freed lock may be taken by anyone", AnyLock, Lock, RLock) {
  Stage stage;
  AnyLock lock;
  stage.script.thread();
  Thread& holder =
      stage.script.thread({acquire(lock), release(lock), acquire(lock), release(lock)});
  Thread& waiter = stage.script.thread({acquire(lock), release(lock)});
  stage.script.main_that_joins();
  stage.begin(2);

  stage.step(holder);
  stage.step(waiter);
  CHECK_FALSE(stage.is_enabled(waiter));
  CHECK(waiter.task.waiting_for == AnyLock::kWaitKind);
  CHECK(waiter.task.waiting_for_owner->is(holder.task));
  stage.step(holder);  // releases
  CHECK(stage.is_enabled(waiter));
  stage.step(holder);  // was faster
  stage.step(waiter);
  CHECK_FALSE(stage.is_enabled(waiter));
  stage.step(holder);
  stage.step(waiter);
  CHECK(lock.holder.is(waiter.task));
  stage.step(waiter);
  CHECK(waiter.task.state == TaskState::finished);
}

TEST_CASE("the one who has waited longest is woken first") {
  Stage stage;
  Lock lock;
  stage.script.thread();
  std::vector<Thread*> threads;
  for (int i = 0; i < 4; ++i) {
    threads.push_back(&stage.script.thread({acquire(lock), release(lock)}));
  }
  stage.script.main_that_joins();
  stage.begin(4);
  for (const int i : {2, 0, 3, 1}) stage.step(*threads[i]);
  for (const int i : {2, 0, 3, 1}) {
    for (int other = 0; other < 4; ++other) {
      CHECK(stage.is_enabled(*threads[other]) == (other == i));
    }
    stage.step(*threads[i], i == 2 ? 1 : 2);
  }
}

TEST_CASE("what a report says of a lock follows its holder") {
  Stage stage;
  Lock lock;
  stage.script.thread();
  Thread& first = stage.script.thread({acquire(lock), release(lock)});
  Thread& second = stage.script.thread({acquire(lock), release(lock)});
  Thread& third = stage.script.thread({acquire(lock), release(lock)});
  stage.script.main_that_joins();
  stage.begin(3);
  stage.step(first);
  stage.step(second);
  stage.step(third);
  stage.step(first);
  stage.step(second);
  CHECK(third.task.state == TaskState::blocked);
  CHECK(third.task.waiting_for_owner->is(second.task));
}

TEST_CASE_TEMPLATE("an acquire that runs out of time leaves the queue", AnyLock, Lock, RLock) {
  in_every_world(
      [](Script& script) {
        struct Shared {
          AnyLock lock;
          std::vector<bool> answers;
        };
        auto shared = std::make_shared<Shared>();
        Thread& main = script.thread({acquire(shared->lock)});
        Thread& waiter = script.thread({acquire(shared->lock, kNonBlocking, &shared->answers),
                                        acquire(shared->lock, 0, &shared->answers),
                                        acquire(shared->lock, 1'000'000, &shared->answers)});
        main.steps.push_back(Script::start(waiter));
        main.steps.push_back(Script::join(waiter));
        main.steps.push_back(release(shared->lock));
        return [shared](const Played& played) {
          CHECK(played.ending == Ending::finished);
          CHECK(shared->answers == std::vector<bool>{false, false, false});
          CHECK(shared->lock.waiters.empty());
        };
      },
      {3, 20});
}

TEST_CASE("a deadline that comes while the lock is free does not matter") {
  Stage stage;
  Lock lock;
  std::vector<bool> answers;
  Thread& main = stage.script.thread({acquire(lock)});
  Thread& waiter = stage.script.thread({acquire(lock, 5, &answers)});
  main.steps.push_back(Script::start(waiter));
  main.steps.push_back(release(lock));
  stage.begin(2);
  stage.step(waiter);
  CHECK(waiter.task.deadline == 5);
  stage.step(main);
  stage.state.clock = 10;
  stage.step(waiter);
  CHECK(answers == std::vector<bool>{true});
}

TEST_CASE("what locks refuse") {
  Stage stage;
  Lock lock;
  RLock rlock;
  Task other;
  other.id = 7;
  Task self;
  bool acquired = false;
  World& world = stage.world;

  CHECK(lock.release(world, self) == SyncError::release_unlocked_lock);
  CHECK(lock.acquire(world, self, kNever, acquired) == Progress::done);
  CHECK(acquired);
  CHECK(lock.acquire(world, self, kNonBlocking, acquired) == Progress::done);
  CHECK_FALSE(acquired);
  CHECK(lock.release(world, other) == SyncError::none);  // anybody may
  CHECK_FALSE(lock.locked);

  CHECK(rlock.release(world, self) == SyncError::release_unacquired_rlock);
  for (int i = 0; i < 3; ++i) {
    CHECK(rlock.acquire(world, self, kNonBlocking, acquired) == Progress::done);
    CHECK(acquired);
  }
  CHECK(rlock.depth == 3);
  CHECK(rlock.release(world, other) == SyncError::release_unacquired_rlock);
  CHECK(rlock.acquire(world, other, kNonBlocking, acquired) == Progress::done);
  CHECK_FALSE(acquired);
  for (int i = 0; i < 3; ++i) CHECK(rlock.release(world, self) == SyncError::none);
  CHECK(rlock.depth == 0);
  CHECK(rlock.release(world, self) == SyncError::release_unacquired_rlock);

  CHECK(text_of(SyncError::release_unlocked_lock).type == "RuntimeError");
  for (size_t i = 0; i < std::size(kSyncErrors); ++i) {
    CHECK(static_cast<size_t>(kSyncErrors[i].error) == i);
  }
}

}  // namespace
}  // namespace lockstep
