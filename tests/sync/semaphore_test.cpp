#include "sync/semaphore.h"

#include <doctest/doctest.h>

#include "sync/steps.h"

namespace lockstep {
namespace {

using namespace fixture;

TEST_CASE("a semaphore lets as many in as it has permits") {
  const auto body = [](int permits, int threads, int rounds) {
    return [=](Script& script) {
      struct Shared {
        Semaphore semaphore;
        int inside = 0;
        int most = 0;
        std::vector<int> round;
      };
      auto shared = std::make_shared<Shared>();
      CHECK(shared->semaphore.initialise(permits, true) == SyncError::none);
      shared->round.resize(threads);
      script.thread();
      for (int i = 0; i < threads; ++i) {
        script.thread(
            {acquire(shared->semaphore),
             act([shared](Context&) { shared->most = std::max(shared->most, ++shared->inside); }),
             act([shared](Context&) { --shared->inside; }), act([shared](Context& context) {
               CHECK(shared->semaphore.release(context.world, 1) == SyncError::none);
             }),
             Step([shared, i,
                   rounds](Context&) { return ++shared->round[i] < rounds ? jump_to(0) : kDone; },
                  OperationKind::none)});
      }
      script.main_that_joins();
      return [=](const Played& played) {
        CHECK(played.ending == Ending::finished);
        CHECK(shared->most <= permits);
        CHECK(shared->semaphore.value == permits);
        CHECK(shared->semaphore.waiters.empty());
      };
    };
  };
  in_every_world(body(2, 5, 3));
  play_free(body(3, 8, 2'000), {.switch_interval = 20'000});
}

TEST_CASE("each permit that is given wakes one waiter, first come first") {
  Stage stage;
  Semaphore semaphore;
  stage.script.thread();
  std::vector<Thread*> threads;
  for (int i = 0; i < 4; ++i) threads.push_back(&stage.script.thread({acquire(semaphore)}));
  Thread& giver =
      stage.script.thread({act([&](Context& context) { semaphore.release(context.world, 2); }),
                           act([&](Context& context) { semaphore.release(context.world, 5); })});
  Thread& late = stage.script.thread({acquire(semaphore)});
  stage.script.main_that_joins();
  stage.begin(6);
  for (const int i : {3, 1, 0, 2}) stage.step(*threads[i]);
  stage.step(giver);
  for (int i = 0; i < 4; ++i) CHECK(stage.is_enabled(*threads[i]) == (i == 3 || i == 1));
  stage.step(late);  // takes a permit that a woken waiter wanted
  stage.step(*threads[3]);
  stage.step(*threads[1]);
  CHECK_FALSE(stage.is_enabled(*threads[1]));
  stage.step(giver);
  for (const int i : {0, 1, 2}) stage.step(*threads[i]);
  CHECK(semaphore.value == 2);
}

TEST_CASE("what semaphores refuse, and that they try once more at the deadline") {
  Stage stage;
  World& world = stage.world;
  Task self;
  bool acquired = false;
  Semaphore semaphore;
  CHECK(semaphore.initialise(-1, false) == SyncError::semaphore_initial_value);
  CHECK(semaphore.initialise(1, true) == SyncError::none);
  CHECK(semaphore.release(world, 0) == SyncError::semaphore_release_count);
  CHECK(semaphore.release(world, 1) == SyncError::semaphore_released_too_often);
  CHECK(semaphore.acquire(world, self, kNonBlocking, acquired) == Progress::done);
  CHECK(acquired);
  CHECK(semaphore.acquire(world, self, kNonBlocking, acquired) == Progress::done);
  CHECK_FALSE(acquired);
  CHECK(semaphore.release(world, INT64_MAX) == SyncError::semaphore_released_too_often);
  CHECK(semaphore.release(world, 1) == SyncError::none);

  Semaphore unbounded;
  CHECK(unbounded.release(world, 3) == SyncError::none);
  CHECK(unbounded.value == 3);
}

}  // namespace
}  // namespace lockstep
