#include "sync/barrier.h"

#include <doctest/doctest.h>

#include "sync/steps.h"

namespace lockstep {
namespace {

using namespace fixture;

constexpr int kBroken = -1;

// Steps of one wait(): the call, the action, and what comes after it. Answers get the index, or
// kBroken.
std::vector<Step> wait_at(Barrier& barrier, std::vector<int>& answers, Time timeout = kNever,
                          std::function<void()> action = {}, bool succeeds = true) {
  return {Step([&barrier, &answers, timeout](Context& context) {
            uint32_t index = 0;
            SyncError error = SyncError::none;
            switch (barrier.wait(context.world, context.task, timeout, index, error)) {
              case Barrier::Step::parked:
                return kParked;
              case Barrier::Step::run_action:
                return kDone;
              case Barrier::Step::done:
                break;
            }
            answers.push_back(error == SyncError::none ? static_cast<int>(index) : kBroken);
            return jump_to(2);
          }),
          Step([&barrier, &answers, action, succeeds](Context& context) {
            if (action) action();
            answers.push_back(succeeds ? static_cast<int>(barrier.parties) - 1 : kBroken);
            barrier.finish_action(context.world, context.task, succeeds);
            return kDone;
          })};
}

Step reset(Barrier& barrier) {
  return {
      [&barrier](Context& context) { return flow(barrier.reset(context.world, context.task)); }};
}

Step abort(Barrier& barrier) {
  return {
      [&barrier](Context& context) { return flow(barrier.abort(context.world, context.task)); }};
}

TEST_CASE("rounds of a barrier do not mix, and each hands out every index once") {
  const auto body = [](int parties, int rounds, bool has_action) {
    return [=](Script& script) {
      struct Shared {
        Barrier barrier;
        std::vector<int> answers;
        std::vector<std::vector<int>> indices;  // by round
        std::vector<int> round;                 // by thread
        int actions = 0;
        bool mixed = false;
      };
      auto shared = std::make_shared<Shared>();
      shared->barrier.parties = parties;
      shared->barrier.has_action = has_action;
      shared->indices.resize(rounds);
      shared->round.resize(parties);
      script.thread();
      for (int i = 0; i < parties; ++i) {
        std::vector<Step> steps =
            wait_at(shared->barrier, shared->answers, kNever, [shared] { ++shared->actions; });
        steps.push_back(Step(
            [shared, i, parties, rounds](Context&) {
              shared->indices[shared->round[i]].push_back(shared->answers.back());
              // Nobody is more than a round ahead of anybody.
              ++shared->round[i];
              for (int other = 0; other < parties; ++other) {
                if (shared->round[i] > shared->round[other] + 1) shared->mixed = true;
              }
              return shared->round[i] < rounds ? jump_to(0) : kDone;
            },
            OperationKind::none));
        script.thread(std::move(steps));
      }
      script.main_that_joins();
      return [=](const Played& played) {
        CHECK(played.ending == Ending::finished);
        CHECK_FALSE(shared->mixed);
        CHECK(shared->actions == (has_action ? rounds : 0));
        CHECK(shared->answers.size() == static_cast<size_t>(parties * rounds));
        for (std::vector<int>& round : shared->indices) {
          CHECK(round.size() == static_cast<size_t>(parties));
        }
        CHECK(shared->barrier.count == 0);
        CHECK(shared->barrier.state == Barrier::State::filling);
      };
    };
  };
  in_every_world(body(3, 4, false));
  in_every_world(body(3, 4, true));
  in_every_world(body(1, 2, true), {2, 3});
  play_free(body(4, 1'000, false), {.switch_interval = 20'000});
}

// A stage with `count` threads that wait at a barrier once, and one with other steps.
struct BarrierStage : Stage {
  explicit BarrierStage(uint32_t parties, int count, Time timeout = kNever, bool succeeds = true) {
    barrier.parties = parties;
    script.thread();
    for (int i = 0; i < count; ++i) {
      waiters.push_back(&script.thread(wait_at(barrier, answers, timeout, {}, succeeds)));
    }
  }
  void go() {
    const int threads = static_cast<int>(script.size()) - 1;
    script.main_that_joins();
    begin(threads);
  }
  Barrier barrier;
  std::vector<int> answers;
  std::vector<Thread*> waiters;
};

TEST_CASE("who comes early for the next round waits until the last one has drained") {
  BarrierStage stage(2, 3);
  stage.go();
  stage.step(*stage.waiters[0]);
  CHECK(stage.barrier.n_waiting() == 1);
  stage.step(*stage.waiters[1]);  // draining now
  CHECK(stage.answers == std::vector<int>{1});
  CHECK(stage.barrier.n_waiting() == 0);
  stage.step(*stage.waiters[2]);
  CHECK_FALSE(stage.is_enabled(*stage.waiters[2]));
  stage.step(*stage.waiters[0]);
  CHECK(stage.answers == std::vector<int>{1, 0});
  stage.step(*stage.waiters[2]);
  CHECK(stage.barrier.n_waiting() == 1);
}

TEST_CASE("a barrier breaks when a waiter runs out of time") {
  in_every_world(
      [](Script& script) {
        struct Shared {
          Barrier barrier;
          std::vector<int> answers;
        };
        auto shared = std::make_shared<Shared>();
        shared->barrier.parties = 3;
        script.thread();
        script.thread(wait_at(shared->barrier, shared->answers));
        script.thread(wait_at(shared->barrier, shared->answers, 1'000'000));
        script.main_that_joins();
        return [shared](const Played& played) {
          CHECK(played.ending == Ending::finished);
          CHECK(shared->answers == std::vector<int>{kBroken, kBroken});
          CHECK(shared->barrier.is_broken());
        };
      },
      {3, 20});

  BarrierStage stage(2, 1, 0);
  stage.go();
  stage.step(*stage.waiters[0]);
  CHECK(stage.answers == std::vector<int>{kBroken});
}

TEST_CASE("abort breaks a barrier for those inside and those to come, reset mends it") {
  BarrierStage stage(3, 4);
  Thread& other = stage.script.thread({abort(stage.barrier), reset(stage.barrier)});
  stage.go();
  stage.step(*stage.waiters[0]);
  stage.step(other);
  CHECK(stage.barrier.is_broken());
  stage.step(*stage.waiters[1]);
  CHECK(stage.answers == std::vector<int>{kBroken});
  stage.step(other);  // somebody is still inside: resetting
  stage.step(*stage.waiters[2]);
  CHECK_FALSE(stage.is_enabled(*stage.waiters[2]));
  stage.step(*stage.waiters[0]);
  CHECK(stage.answers == std::vector<int>{kBroken, kBroken});
  CHECK(stage.barrier.state == Barrier::State::filling);
  stage.step(*stage.waiters[2]);
  stage.step(*stage.waiters[3]);
  CHECK(stage.barrier.n_waiting() == 2);
}

TEST_CASE("while its action runs a barrier is locked, and a failing action breaks it") {
  BarrierStage stage(2, 3, kNever, false);
  stage.barrier.has_action = true;
  Thread& other = stage.script.thread({reset(stage.barrier)});
  stage.go();
  stage.step(*stage.waiters[0]);
  stage.step(*stage.waiters[1]);
  CHECK(stage.barrier.acting.is(stage.waiters[1]->task));
  stage.step(*stage.waiters[2]);
  stage.step(other);
  CHECK_FALSE(stage.is_enabled(other));
  CHECK_FALSE(stage.is_enabled(*stage.waiters[2]));
  CHECK(other.task.waiting_for_owner->is(stage.waiters[1]->task));
  stage.step(*stage.waiters[1]);
  CHECK(stage.barrier.is_broken());
  stage.step(*stage.waiters[2]);
  stage.step(*stage.waiters[0]);
  CHECK(stage.answers == std::vector<int>{kBroken, kBroken, kBroken});
  stage.step(other);
  CHECK(stage.barrier.state == Barrier::State::filling);
}

}  // namespace
}  // namespace lockstep
