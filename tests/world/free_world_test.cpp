#include "world/free_world.h"

#include <atomic>
#include <future>
#include <stdexcept>

#include <doctest/doctest.h>

#include "control/deadlock.h"
#include "sync/sleep.h"
#include "sync/steps.h"
#include "world/script_fixture.h"

namespace lockstep {
namespace {

using namespace fixture;

// A script in the free world, that the test's own thread looks on.
struct Free {
  explicit Free(FreeWorld::Options options = {}) : world(script, interrupts, observer, options) {
    script.attach(world);
  }
  void start() { REQUIRE(world.start(script.main().task)); }

  Watchdog watchdog{"a free world"};
  Interrupts interrupts;
  Script script{interrupts};
  DeadlockObserver observer;
  FreeWorld world;
};

Step sleep_for(Time time) {
  return {[time](Context& context) {
    return flow(sleep_until(context.world, context.task, deadline_after(context.world, time)));
  }};
}

constexpr Time kLong = 3600 * kSecond;

TEST_CASE("stopping ends endless loops, sleepers, and those who wait for ever") {
  for (const Time spin : {Time{0}, Time{100'000}}) {
    Free free({.spin = spin});
    Lock lock;
    std::promise<void> looping;
    bool told = false;
    free.script.thread({acquire(lock)});
    free.script.thread({Step([&](Context&) {
      if (!told) looping.set_value();
      told = true;
      return jump_to(0);
    })});
    free.script.thread({sleep_for(kLong)});
    free.script.thread({acquire(lock)});
    free.script.thread({acquire(lock, kLong)});
    free.script.main_that_joins();
    free.start();
    looping.get_future().wait();
    CHECK_FALSE(free.world.ended());
    free.world.request_stop();
    CHECK(free.world.wait() == RunEnd::stopped);
    CHECK(free.world.ended());
    for (size_t i = 0; i < free.script.size(); ++i) {
      const TaskState state = free.script.at(i).task.state;
      CHECK((state == TaskState::finished || state == TaskState::created));
    }
    CHECK(free.world.tasks().size == 0);
  }
}

TEST_CASE("a world that is destroyed stops its run") {
  for (int i = 0; i < 20; ++i) {
    Free free;
    free.script.thread();
    free.script.thread({Step([](Context&) { return jump_to(0); })});
    free.script.thread({sleep_for(kLong)});
    free.script.main_that_joins();
    free.start();
  }
}

TEST_CASE("a task can ask for the stop itself") {
  Free free;
  free.script.thread({act([&](Context&) { free.world.request_stop(); }),
                      Step([](Context&) { return jump_to(1); })});
  free.start();
  CHECK(free.world.wait() == RunEnd::stopped);
}

TEST_CASE("the run ends with the last thread that is no daemon") {
  for (int i = 0; i < 20; ++i) {
    Free free;
    Thread& main = free.script.thread();
    Thread& loops = free.script.thread({Step([](Context&) { return jump_to(0); })});
    Thread& sleeps = free.script.thread({sleep_for(kLong)});
    Thread& works = free.script.thread({sleep_for(1'000), act([](Context&) {})});
    loops.task.daemon = true;
    sleeps.task.daemon = true;
    for (Thread* thread : {&loops, &sleeps, &works}) main.steps.push_back(Script::start(*thread));
    free.start();
    CHECK(free.world.wait() == RunEnd::finished);
    CHECK(works.position == works.steps.size());
    CHECK(loops.task.state == TaskState::finished);
    CHECK(free.observer.deadlocks == 0);
  }
}

TEST_CASE("a thread that starts another gives way to it") {
  // With a switch interval without end nobody else would ask for it.
  for (int i = 0; i < 20; ++i) {
    Free free({.switch_interval = kLong});
    bool begun = false;
    bool begun_before_the_rest = false;
    Thread& main = free.script.thread();
    Thread& other = free.script.thread({act([&](Context&) { begun = true; })});
    main.steps = {Script::start(other), act([&](Context&) { begun_before_the_rest = begun; })};
    free.start();
    CHECK(free.world.wait() == RunEnd::finished);
    CHECK(begun_before_the_rest);
  }
}

TEST_CASE("threads that never wait get their turns all the same") {
  // Each loops until all have gone far: it takes switches that nobody but the clock asks for.
  for (const Time interval : {Time{1'000}, Time{1'000'000}}) {
    Free free({.switch_interval = interval});
    constexpr int kThreads = 4;
    std::vector<int> rounds(kThreads);
    free.script.thread();
    for (int i = 0; i < kThreads; ++i) {
      free.script.thread({Step([&rounds, i](Context&) {
        ++rounds[i];
        for (const int other : rounds) {
          if (other < 100) return jump_to(0);
        }
        return kDone;
      })});
    }
    free.script.main_that_joins();
    free.start();
    CHECK(free.world.wait() == RunEnd::finished);
  }
}

TEST_CASE("a deadlock is reported once, and the run can be stopped") {
  for (int i = 0; i < 10; ++i) {
    Free free;
    Lock lock;
    std::promise<std::string> report;
    free.observer.then = [&] { report.set_value(report_deadlock(free.world.tasks(), {}).text()); };
    free.script.thread({acquire(lock), acquire(lock)});
    free.start();
    CHECK(report.get_future().get() == "thread 0 waits for a lock, which it holds itself\n");
    CHECK_FALSE(free.world.ended());
    free.world.request_stop();
    CHECK(free.world.wait() == RunEnd::stopped);
    CHECK(free.observer.deadlocks == 1);
  }
}

TEST_CASE("what ends by itself or by a deadline is no deadlock") {
  Free free;
  Lock lock;
  std::vector<bool> answers;
  free.script.thread({acquire(lock), acquire(lock, 2'000'000, &answers)});
  free.start();
  CHECK(free.world.wait() == RunEnd::finished);
  CHECK(answers == std::vector<bool>{false});
  CHECK(free.observer.deadlocks == 0);
}

TEST_CASE("a thread that ends can leave the others deadlocked") {
  Free free;
  Lock lock;
  std::promise<void> reported;
  free.observer.then = [&] { reported.set_value(); };
  Thread& main = free.script.thread();
  Thread& waits = free.script.thread({acquire(lock)});
  Thread& takes = free.script.thread({acquire(lock), sleep_for(2'000'000)});
  main.steps = {Script::start(takes), sleep_for(1'000'000), Script::start(waits)};
  free.start();
  reported.get_future().wait();
  free.world.request_stop();
  CHECK(free.world.wait() == RunEnd::stopped);
}

TEST_CASE("what a machine throws comes out of wait()") {
  struct Failing : Runner {
    Pause resume(Task&) override { throw std::logic_error("broken"); }
  };
  Failing runner;
  Interrupts interrupts;
  Observer observer;
  Task main;
  FreeWorld world(runner, interrupts, observer);
  REQUIRE(world.start(main));
  CHECK_THROWS_WITH(world.wait(), "broken");
}

TEST_CASE("a visitor has the run to itself") {
  Free free;
  std::atomic<int> steps = 0;
  std::promise<void> looping;
  free.script.thread({act([&](Context&) { looping.set_value(); }), Step([&](Context&) {
                        steps.fetch_add(1, std::memory_order_relaxed);
                        return jump_to(1);
                      })});
  free.world.with_permission([&] { CHECK(free.world.tasks().size == 0); });
  free.start();
  looping.get_future().wait();
  for (int i = 0; i < 20; ++i) {
    int before = 0;
    int after = 0;
    free.world.with_permission([&] {
      CHECK(free.world.tasks().size == 1);
      before = steps.load(std::memory_order_relaxed);
      for (int spin = 0; spin < 1000; ++spin) after = steps.load(std::memory_order_relaxed);
    });
    CHECK(before == after);
  }
  free.world.request_stop();
  CHECK(free.world.wait() == RunEnd::stopped);
  free.world.with_permission([&] { CHECK(free.world.tasks().size == 0); });
}

TEST_CASE("many threads at once, and one after the other") {
  Free crowd;
  int sum = 0;
  crowd.script.thread();
  for (int i = 0; i < 200; ++i) {
    crowd.script.thread({sleep_for(1'000), act([&](Context&) { ++sum; })});
  }
  crowd.script.main_that_joins();
  crowd.start();
  CHECK(crowd.world.wait() == RunEnd::finished);
  CHECK(sum == 200);

  Free line;
  Thread& main = line.script.thread();
  for (int i = 0; i < 2'000; ++i) {
    Thread& next = line.script.thread({act([&](Context&) { ++sum; })});
    main.steps.push_back(Script::start(next));
    main.steps.push_back(Script::join(next));
  }
  line.start();
  CHECK(line.world.wait() == RunEnd::finished);
  CHECK(sum == 2'200);
}

TEST_CASE("there can be too many threads") {
  Free free({.max_tasks = 2});
  Thread& main = free.script.thread();
  Thread& first = free.script.thread({sleep_for(kLong)});
  Thread& second = free.script.thread({act([](Context&) {})});
  first.task.daemon = true;
  bool refused = false;
  main.steps = {Script::start(first),
                act([&](Context& context) { refused = !context.world.spawn(second.task); })};
  free.start();
  CHECK(free.world.wait() == RunEnd::finished);
  CHECK(refused);
  CHECK(second.task.state == TaskState::created);
}

TEST_CASE("two worlds in one process do not know of each other") {
  Free first;
  Free second;
  first.script.thread({Step([](Context&) { return jump_to(0); })});
  second.script.thread({sleep_for(1'000'000), act([](Context&) {})});
  first.start();
  second.start();
  CHECK(second.world.wait() == RunEnd::finished);
  CHECK_FALSE(first.world.ended());
  first.world.request_stop();
  CHECK(first.world.wait() == RunEnd::stopped);
}

TEST_CASE("ids count up, the clock runs, and observers hear it all in order") {
  struct Listener : Observer {
    void on_change(const Task& task, TaskChange change, Time) override {
      heard.push_back({task.id, change});
    }
    void on_end(RunEnd, Time) override { ++ends; }
    std::vector<std::pair<uint32_t, TaskChange>> heard;
    int ends = 0;
  };
  Interrupts interrupts;
  Script script(interrupts);
  Listener listener;
  FreeWorld world(script, interrupts, listener, {.switch_interval = kLong});
  script.attach(world);
  Thread& main = script.thread();
  Time slept = 0;
  Thread& worker = script.thread({act([&](Context& context) { slept = -context.world.now(); }),
                                  sleep_for(2'000'000),
                                  act([&](Context& context) { slept += context.world.now(); })});
  main.steps = {Script::start_and_go_on(worker), Script::join(worker)};
  REQUIRE(world.start(main.task));
  CHECK(world.wait() == RunEnd::finished);
  CHECK(slept >= 2'000'000);
  CHECK(world.epoch() > 1.7e9);
  CHECK(listener.ends == 1);
  using enum TaskChange;
  CHECK(listener.heard == std::vector<std::pair<uint32_t, TaskChange>>{{0, spawned},
                                                                       {0, running},
                                                                       {1, spawned},
                                                                       {0, blocked},
                                                                       {1, running},
                                                                       {1, blocked},
                                                                       {1, woken},
                                                                       {1, running},
                                                                       {0, woken},
                                                                       {1, finished},
                                                                       {0, running},
                                                                       {0, finished}});
}

}  // namespace
}  // namespace lockstep
