#include "control/driver.h"

#include <doctest/doctest.h>

#include "control/stage_replica.h"
#include "sync/steps.h"

namespace lockstep {
namespace {

using namespace fixture;

void fill(Stage& stage) {
  stage.script.thread();
  for (int i = 0; i < 2; ++i) {
    stage.script.thread({act([](Context&) {}), act([](Context&) {}), act([](Context&) {})});
  }
  stage.script.main_that_joins();
  stage.world.start(stage.script.main().task);
}

TEST_CASE("a driver notes choices where there are any, and preemptions") {
  Stage stage;
  fill(stage);
  Driver driver(stage.world, {.program = 9});
  // main starts both and waits for the first; 1 is preempted once.
  ReplayPolicy policy(Schedule({.program = 9}, {0, 0, 1, 2, 2, 2}));
  Driver::Advance last;
  do {
    last = driver.advance(policy);
  } while (last == Driver::Advance::stepped);
  CHECK(last == Driver::Advance::finished);
  CHECK(driver.position().preemptions == 1);
  CHECK(driver.schedule().choices.size() == driver.position().choices);
  CHECK(driver.position().choices < driver.position().steps);
  CHECK(driver.schedule().program == 9);
}

TEST_CASE("a driver pauses where nobody chooses, and goes back with its run") {
  Stage stage;
  fill(stage);
  StageReplica replica(stage);
  Driver driver(stage.world, {.program = 9});
  int allowed = 4;
  StepPolicy policy([&](const std::vector<Task*>& enabled, TaskReference) -> Task* {
    return allowed-- > 0 ? enabled.back() : nullptr;
  });
  while (driver.advance(policy) == Driver::Advance::stepped) {
  }
  CHECK(driver.advance(policy) == Driver::Advance::paused);
  CHECK(driver.schedule().choices.size() == 4);

  const Replica::Token token = replica.save();
  const Driver::Position position = driver.position();
  allowed = 100;
  while (driver.advance(policy) == Driver::Advance::stepped) {
  }
  const Schedule whole = driver.schedule();
  replica.restore(token);
  driver.put_back(position);
  CHECK(driver.schedule().choices.size() == 4);
  while (driver.advance(policy) == Driver::Advance::stepped) {
  }
  CHECK(driver.schedule() == whole);
  CHECK(driver.advance(policy) == Driver::Advance::finished);
}

TEST_CASE("a driver tells deadlocks, and interrupted steps") {
  Stage stage;
  Lock lock;
  bool endless = true;
  stage.script.thread({Step(
                           [&](Context&) {
                             if (endless) stage.interrupts.raise(Interrupts::kLimit);
                             return endless ? jump_to(0) : kDone;
                           },
                           OperationKind::none),
                       acquire(lock), acquire(lock)});
  CHECK(stage.world.start(stage.script.main().task) == Pause::interrupted);
  Driver driver(stage.world, {});
  SeededPolicy policy(0);
  CHECK(driver.advance(policy) == Driver::Advance::interrupted);
  endless = false;
  stage.interrupts.clear(Interrupts::kLimit);
  while (driver.advance(policy) == Driver::Advance::stepped) {
  }
  CHECK(driver.advance(policy) == Driver::Advance::deadlock);
}

}  // namespace
}  // namespace lockstep
