#include "control/controlled_world.h"

#include <doctest/doctest.h>

#include "control/driver.h"
#include "control/stage_replica.h"
#include "sync/sleep.h"
#include "sync/steps.h"
#include "trace/json_lines.h"
#include "world/trace_recorder.h"

namespace lockstep {
namespace {

using namespace fixture;

Step sleep_for(Time time) {
  return {
      [time](Context& context) {
        return flow(sleep_until(context.world, context.task, deadline_after(context.world, time)));
      },
      OperationKind::sleep};
}

TEST_CASE("the clock stands while anybody can go on, then jumps to the nearest deadline") {
  Stage stage;
  std::vector<std::pair<int, Time>> woken;
  const auto sleeper = [&](int number, Time time) -> Thread& {
    return stage.script.thread(
        {sleep_for(time), act(
                              [&woken, number](Context& context) {
                                woken.push_back({number, context.world.now()});
                              },
                              OperationKind::none)});
  };
  stage.script.thread();
  Thread& a = sleeper(0, 300);
  Thread& b = sleeper(1, 100);
  Thread& c = sleeper(2, 300);
  Thread& d = sleeper(3, 100);
  Thread& idle = stage.script.thread({act([](Context&) {}), act([](Context&) {})});
  stage.script.main_that_joins();
  stage.begin(6);
  stage.step(d);
  stage.step(b);
  stage.step(c);
  stage.step(a);
  stage.step(idle);
  CHECK(stage.world.now() == 0);
  stage.step(idle);
  CHECK(stage.world.now() == 100);
  CHECK(stage.world.enabled() == std::vector<Task*>{&b.task, &d.task});
  stage.step(d);
  stage.step(b);
  CHECK(stage.world.now() == 300);
  stage.step(a);
  stage.step(c);
  CHECK(woken == std::vector<std::pair<int, Time>>{{3, 100}, {1, 100}, {0, 300}, {2, 300}});
  while (!stage.world.enabled().empty()) stage.step(stage.script.main());
  CHECK(stage.world.situation() == ControlledWorld::Situation::finished);
}

struct WakeOrder : Observer {
  void on_change(const Task& task, TaskChange change, Time) override {
    if (change == TaskChange::woken) order.push_back(task.id);
  }
  std::vector<uint32_t> order;
};

TEST_CASE("equal deadlines wake in the order of parking") {
  Interrupts interrupts;
  Script script(interrupts);
  script.thread();
  for (int i = 0; i < 4; ++i) script.thread({sleep_for(50)});
  script.main_that_joins();
  WakeOrder observer;
  ControlledState state;
  ControlledWorld world(state, script, observer, {});
  script.attach(world);
  world.start(script.main().task);
  for (int i = 0; i < 4; ++i) world.step(script.main().task);
  for (const int i : {3, 1, 4, 2}) world.step(script.at(i).task);
  world.step(script.main().task);
  CHECK(observer.order == std::vector<uint32_t>{3, 1, 4, 2});
}

TEST_CASE("sleeping for no time lets others go first, and moves no clock") {
  Stage stage;
  stage.script.thread({sleep_for(0), sleep_for(kNonBlocking)});
  stage.begin(0);
  stage.step(stage.script.main());
  CHECK(stage.is_enabled(stage.script.main()));
  CHECK(stage.world.current() == nullptr);
  stage.step(stage.script.main(), 3);
  CHECK(stage.world.situation() == ControlledWorld::Situation::finished);
  CHECK(stage.world.now() == 0);
}

TEST_CASE("the run ends with the last thread that is no daemon") {
  Stage stage;
  Lock lock;
  Thread& main = stage.script.thread({acquire(lock)});
  Thread& daemon = stage.script.thread({acquire(lock), acquire(lock)});
  Thread& worker = stage.script.thread({act([](Context&) {})});
  daemon.task.daemon = true;
  main.steps.push_back(Script::start(daemon));
  main.steps.push_back(Script::start(worker));
  stage.begin(3);
  CHECK(main.task.state == TaskState::finished);
  CHECK(stage.world.situation() == ControlledWorld::Situation::choice);
  stage.step(worker);
  CHECK(stage.world.situation() == ControlledWorld::Situation::finished);
  CHECK(stage.world.enabled().empty());
  CHECK(stage.observer.deadlocks == 0);
}

TEST_CASE("daemons that wait do not hide a deadlock, and alone they are none") {
  Stage stage;
  Lock lock;
  Thread& main = stage.script.thread({acquire(lock)});
  Thread& daemon = stage.script.thread({acquire(lock)});
  daemon.task.daemon = true;
  main.steps.push_back(Script::start(daemon));
  main.steps.push_back(acquire(lock));
  stage.begin(3);
  CHECK(stage.observer.deadlocks == 0);
  stage.step(daemon);
  CHECK(stage.observer.deadlocks == 1);
  CHECK(stage.world.situation() == ControlledWorld::Situation::deadlock);
}

TEST_CASE("there can be too many threads") {
  Interrupts interrupts;
  Script script(interrupts);
  Observer observer;
  ControlledState state;
  ControlledWorld world(state, script, observer, {.max_tasks = 2});
  Task tasks[3];
  CHECK(world.spawn(tasks[0]));
  CHECK(world.spawn(tasks[1]));
  CHECK_FALSE(world.spawn(tasks[2]));
  CHECK(tasks[2].state == TaskState::created);
}

TEST_CASE("an interrupted step is gone on with") {
  Stage stage;
  int rounds = 0;
  stage.script.thread({act([](Context&) {}),
                       Step(
                           [&](Context&) {
                             if (++rounds == 3) stage.interrupts.raise(Interrupts::kLimit);
                             return rounds < 5 ? jump_to(1) : kDone;
                           },
                           OperationKind::none),
                       act([](Context&) {})});
  stage.begin(0);
  CHECK(stage.world.step(stage.script.main().task) == Pause::interrupted);
  CHECK(rounds == 3);
  stage.interrupts.clear(Interrupts::kLimit);
  CHECK(stage.world.is_interrupted());
  CHECK(stage.world.go_on() == Pause::operation);
  CHECK(rounds == 5);
}

TEST_CASE("random numbers follow from the seed") {
  Interrupts interrupts;
  Script script(interrupts);
  Observer observer;
  script.thread();
  const auto first_number = [&](uint64_t seed) {
    ControlledState state;
    ControlledWorld world(state, script, observer, {.seed = seed});
    script.attach(world);
    script.main().task = Task{};
    script.main().end = Latch{};
    world.start(script.main().task);
    return world.random();
  };
  CHECK(first_number(0) == 0xe220a8397b1dcdaf);  // the published generator's first for seed 0
  CHECK(first_number(1) == first_number(1));
  CHECK(first_number(1) != first_number(2));
}

// A script with a bit of everything, whose shared state is plain memory.
struct Everything {
  Lock lock;
  Condition condition;
  int counter = 0;
  int read[3] = {};

  void fill(Stage& stage) {
    stage.script.thread();
    for (int i = 0; i < 3; ++i) {
      stage.script.thread({act([this, i](Context&) { read[i] = counter; }),
                           act([this, i](Context&) { counter = read[i] + 1; }), acquire(lock),
                           i == 0 ? wait_on(condition, lock, 1'000) : notify(condition, lock),
                           release(lock), sleep_for(100 * (i + 1))});
    }
    stage.script.main_that_joins();
  }
};

TEST_CASE("a run is put back to any of its steps and comes to the same end again") {
  Stage stage;
  Everything shared;
  shared.fill(stage);
  StageReplica replica(stage);
  replica.remember(shared);
  stage.world.start(stage.script.main().task);

  // The same choices from any point on give the same rest of the run.
  struct Point {
    Replica::Token token;
    uint32_t choice;
  };
  std::vector<Point> points;
  std::vector<std::pair<int, Time>> expected;
  SeededPolicy policy(42);
  while (!stage.world.enabled().empty()) {
    const auto enabled = stage.world.enabled();
    Task* task = enabled.size() > 1 ? policy.choose(enabled, stage.world.last()) : enabled.front();
    points.push_back({replica.save(), task->id});
    stage.world.step(*task);
    expected.push_back({shared.counter, stage.world.now()});
  }
  CHECK(points.size() > 20);
  for (size_t from = 0; from < points.size(); ++from) {
    replica.restore(points[from].token);
    bool same = true;
    for (size_t at = from; at < points.size(); ++at) {
      replica.step(points[at].choice);
      same = same && expected[at] == std::pair{shared.counter, stage.world.now()};
    }
    CHECK(same);
    CHECK(stage.world.situation() == ControlledWorld::Situation::finished);
  }
}

// What a run with these choices looks like from outside.
std::string trace_of(Policy& policy, Schedule* schedule = nullptr) {
  Log log;
  TraceRecorder recorder(log, [](const Task& task) { return "T" + std::to_string(task.id); });
  Stage stage;
  Everything shared;
  shared.fill(stage);
  ControlledWorld world(stage.state, stage.script, recorder, {});
  stage.script.attach(world);
  world.start(stage.script.main().task);
  Driver driver(world, {.program = 77});
  while (driver.advance(policy) == Driver::Advance::stepped) {
  }
  if (schedule != nullptr) *schedule = driver.schedule();
  return to_json_lines(log, {});
}

TEST_CASE("the same choices give the same trace, byte for byte") {
  for (uint64_t seed = 0; seed < 20; ++seed) {
    SeededPolicy policy(seed);
    Schedule schedule;
    const std::string trace = trace_of(policy, &schedule);
    CHECK(schedule.program == 77);
    CHECK(trace.find("\"kind\":\"run_end\"") != std::string::npos);
    SeededPolicy again(seed);
    CHECK(trace_of(again) == trace);
    const auto parsed = parse_schedule(schedule.text());
    REQUIRE(parsed.has_value());
    ReplayPolicy replay(*parsed);
    CHECK(trace_of(replay) == trace);
    CHECK(replay.exhausted());
    CHECK_FALSE(replay.departure().has_value());
  }
}

}  // namespace
}  // namespace lockstep
