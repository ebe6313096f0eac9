#include "sync/lock.h"

#include <doctest/doctest.h>

#include "sync/rlock.h"
#include "world/script_fixture.h"

namespace lockstep {
namespace {

using namespace fixture;

template <class AnyLock>
Step acquire(AnyLock& lock) {
  return {[&lock](Context& context) {
            bool acquired = false;
            return flow(lock.acquire(context.world, context.task, kNever, acquired));
          },
          OperationKind::lock_acquire};
}

template <class AnyLock>
Step release(AnyLock& lock) {
  return {[&lock](Context& context) {
            CHECK(lock.release(context.world, context.task) == SyncError::none);
            return kDone;
          },
          OperationKind::lock_release};
}

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
    script.thread({acquire(shared->lock),
                   Step([shared, i](Context&) {
                     shared->read[i] = shared->counter;
                     return kDone;
                   }),
                   Step([shared, i](Context&) {
                     shared->counter = shared->read[i] + 1;
                     return kDone;
                   }),
                   release(shared->lock),
                   Step([shared, i, rounds](Context&) {
                     return ++shared->round[i] < rounds ? jump_to(0) : kDone;
                   }, OperationKind::none)});
  }
  script.main_that_joins();
  return [shared, threads, rounds](const Played& played) {
    CHECK(played.ending == Ending::finished);
    CHECK(shared->counter == threads * rounds);
    CHECK(shared->lock.waiters.empty());
    CHECK(shared->lock.holder.none());
  };
}

TEST_CASE("a lock lets one thread in at a time") {
  in_every_world([](Script& script) { return count_under<Lock>(script, 4, 5); });
  play_free([](Script& script) { return count_under<Lock>(script, 4, 20'000); },
            {.switch_interval = 20'000});
}

TEST_CASE("a reentrant lock lets one thread in at a time") {
  in_every_world([](Script& script) { return count_under<RLock>(script, 4, 5); });
  play_free([](Script& script) { return count_under<RLock>(script, 4, 20'000); },
            {.switch_interval = 20'000});
}

}  // namespace
}  // namespace lockstep
