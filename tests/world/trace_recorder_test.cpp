#include "world/trace_recorder.h"

#include <atomic>
#include <thread>

#include <doctest/doctest.h>

#include "sync/sleep.h"
#include "sync/steps.h"
#include "trace/json_lines.h"

namespace lockstep {
namespace {

using namespace fixture;

// A timed wait for a lock that another thread has, as lines without their times.
std::vector<std::string> trace_of_a_timeout(bool is_free) {
  Watchdog watchdog("a recorded run");
  Interrupts interrupts;
  Script script(interrupts);
  Lock lock;
  lock.waiters.object = 12;
  Thread& main = script.thread({acquire(lock)});
  Thread& worker = script.thread({acquire(lock, 1'000'000)});
  worker.task.daemon = true;
  main.steps.push_back(Script::start_and_go_on(worker));
  main.steps.push_back(Script::join(worker));

  Log log;
  TraceRecorder recorder(log, [](const Task& task) { return task.id == 0 ? "main" : "worker"; });
  if (is_free) {
    FreeWorld world(script, interrupts, recorder, {.switch_interval = 3600 * kSecond});
    script.attach(world);
    REQUIRE(world.start(main.task));
    CHECK(world.wait() == RunEnd::finished);
  } else {
    ControlledState state;
    ControlledWorld world(state, script, recorder, {});
    script.attach(world);
    world.start(main.task);
    while (!world.enabled().empty()) world.step(*world.enabled().front());
  }
  std::vector<std::string> lines;
  for (size_t i = 0; i < log.size(); ++i) {
    const TraceEvent event = log.at(i);
    if (event.kind == EventKind::operation) continue;
    lines.push_back(std::to_string(event.task) + " " + std::string(info_of(event.kind).name) + " " +
                    std::string(log.text(event.text)) + " " + std::to_string(event.object) + " " +
                    std::to_string(event.detail));
  }
  return lines;
}

TEST_CASE("both worlds tell the same story") {
  const std::vector<std::string> expected = {
      "0 thread_created main 0 0", "0 running  0 0", "1 thread_created worker 0 1",
      "0 blocked thread 0 2",      "1 running  0 0", "1 blocked lock 12 1",
      "1 woken timeout 0 0",       "1 running  0 0", "0 woken notified 0 0",
      "1 thread_ended  0 0",       "0 running  0 0", "0 thread_ended  0 0",
      "0 run_end finished 0 0"};
  CHECK(trace_of_a_timeout(false) == expected);
  CHECK(trace_of_a_timeout(true) == expected);
}

TEST_CASE("a log can be read while the run writes it") {
  Watchdog watchdog("a log that is read meanwhile");
  Interrupts interrupts;
  Script script(interrupts);
  Lock lock;
  script.thread();
  int rounds = 0;
  for (int i = 0; i < 3; ++i) {
    script.thread({acquire(lock), act([](Context&) {}), release(lock),
                   Step([&](Context&) { return ++rounds < 3'000 ? jump_to(0) : kDone; })});
  }
  script.main_that_joins();
  Log log;
  TraceRecorder recorder(log, [](const Task& task) { return "T" + std::to_string(task.id); });
  FreeWorld world(script, interrupts, recorder, {.switch_interval = 1'000});
  script.attach(world);
  REQUIRE(world.start(script.main().task));
  bool sound = true;
  while (!world.ended()) {
    const size_t size = log.size();
    for (size_t i = size > 20 ? size - 20 : 0; i < size; ++i) {
      const TraceEvent event = log.at(i);
      sound = sound && event.task < 4 && log.text(event.text).size() < 20;
    }
    std::this_thread::yield();
  }
  CHECK(world.wait() == RunEnd::finished);
  CHECK(sound);
  CHECK(log.at(log.size() - 1).kind == EventKind::run_end);
}

TEST_CASE("steps are labelled, and going on is told from beginning") {
  Interrupts interrupts;
  Script script(interrupts);
  Lock lock;
  Thread& main = script.thread({acquire(lock)});
  Thread& worker = script.thread({acquire(lock)});
  main.steps.push_back(Script::start(worker));
  main.steps.push_back(release(lock));
  Log log;
  TraceRecorder recorder(log, [](const Task&) { return ""; });
  ControlledState state;
  ControlledWorld world(state, script, recorder, {});
  script.attach(world);
  world.start(main.task);
  world.step(main.task);
  world.step(main.task);
  world.step(worker.task);
  world.step(main.task);
  world.step(worker.task);
  std::vector<std::string> steps;
  for (size_t i = 0; i < log.size(); ++i) {
    const TraceEvent event = log.at(i);
    if (event.kind != EventKind::operation) continue;
    steps.push_back(std::to_string(event.task) + " " + std::string(log.text(event.text)) + " " +
                    std::to_string(event.line));
  }
  CHECK(steps ==
        std::vector<std::string>{"0 call 1", "0 start 2", "1 call 1", "0 call 3", "1 go on 1"});
}

TEST_CASE("every kind of waiting and of step has a word") {
  for (int kind = 1; kind <= static_cast<int>(WaitKind::input); ++kind) {
    CHECK_FALSE(word_for(static_cast<WaitKind>(kind)).empty());
  }
  for (int kind = 1; kind <= static_cast<int>(OperationKind::resume); ++kind) {
    CHECK_FALSE(label_of(static_cast<OperationKind>(kind)).empty());
  }
}

}  // namespace
}  // namespace lockstep
