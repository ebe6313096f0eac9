#include "control/deadlock.h"

#include <doctest/doctest.h>

#include "sync/barrier.h"
#include "sync/event.h"
#include "sync/queue_gate.h"
#include "sync/semaphore.h"
#include "sync/steps.h"

namespace lockstep {
namespace {

using namespace fixture;

std::string name_of_thread(uint32_t id) {
  return id == 0 ? "MainThread" : "Thread-" + std::to_string(id);
}

std::string name_of_object(uint32_t object) {
  return object == 0 ? "" : std::string(1, static_cast<char>('a' + object - 1));
}

// Two threads that take two locks in different orders, and meet in the middle.
std::function<void(const Played&)> cross(Script& script) {
  struct Shared {
    Lock a, b;
    Event has_a, has_b;
  };
  auto shared = std::make_shared<Shared>();
  shared->a.waiters.object = 1;
  shared->b.waiters.object = 2;
  const auto wait_for = [](Event& event) {
    return blocking(
        [&event](Context& context, bool& answer) {
          return event.wait(context.world, context.task, kNever, answer);
        },
        nullptr);
  };
  const auto set = [](Event& event) {
    return act([&event](Context& context) { event.set(context.world); });
  };
  script.thread();
  script.thread(
      {acquire(shared->a), set(shared->has_a), wait_for(shared->has_b), acquire(shared->b)});
  script.thread(
      {acquire(shared->b), set(shared->has_b), wait_for(shared->has_a), acquire(shared->a)});
  script.main_that_joins();
  return [shared](const Played& played) { CHECK(played.ending == Ending::deadlock); };
}

constexpr char kCrossed[] =
    "MainThread waits for Thread-1 to end\n"
    "Thread-1 waits for lock b, which Thread-2 holds\n"
    "Thread-2 waits for lock a, which Thread-1 holds\n"
    "they wait for each other: Thread-1 -> Thread-2 -> Thread-1\n";

TEST_CASE("crossed locks are a deadlock in both worlds, in the same words") {
  // Free: the report is made while the run stands, by the observer.
  for (int i = 0; i < 5; ++i) {
    Watchdog watchdog("a deadlock in the free world");
    Interrupts interrupts;
    Script script(interrupts);
    std::string text;
    const auto check = cross(script);
    DeadlockObserver observer;
    FreeWorld world(script, interrupts, observer);
    script.attach(world);
    observer.then = [&] {
      text = report_deadlock(world.tasks(), {name_of_thread, name_of_object}).text();
      world.request_stop();
    };
    REQUIRE(world.start(script.main().task));
    CHECK(world.wait() == RunEnd::stopped);
    CHECK(observer.deadlocks == 1);
    CHECK(text == kCrossed);
  }

  for (uint64_t seed = 0; seed < 50; ++seed) {
    std::string text;
    play_controlled(cross, seed, [&](ControlledWorld& world) {
      text = report_deadlock(world.tasks(), {name_of_thread, name_of_object}).text();
    });
    CHECK(text == kCrossed);
  }
}

TEST_CASE("the words for every kind of waiting") {
  Stage stage;
  Lock lock;
  RLock rlock;
  Condition condition;
  Semaphore semaphore;
  Event event;
  Barrier barrier;
  barrier.parties = 2;
  QueueGate queue;
  queue.maximum = 1;
  queue.size = 1;
  queue.unfinished = 1;
  QueueGate empty;
  empty.set_object(7);
  lock.waiters.object = 1;
  semaphore.waiters.object = 3;
  event.waiters.object = 4;
  barrier.set_object(5);
  queue.set_object(6);

  const auto one = [&](std::function<Progress(Context&, bool&)> call) {
    stage.script.thread({blocking(std::move(call), nullptr)});
  };
  stage.script.thread();
  stage.script.thread({acquire(lock), acquire(rlock), wait_on(condition, rlock)});
  stage.script.thread({acquire(rlock), acquire(lock)});
  one([&](Context& c, bool& done) { return semaphore.acquire(c.world, c.task, kNever, done); });
  one([&](Context& c, bool& done) { return event.wait(c.world, c.task, kNever, done); });
  stage.script.thread({Step([&](Context& c) {
    uint32_t index = 0;
    SyncError error = SyncError::none;
    const auto step = barrier.wait(c.world, c.task, kNever, index, error);
    return step == Barrier::Step::parked ? kParked : kDone;
  })});
  one([&](Context& c, bool& done) { return queue.put(c.world, c.task, kNever, done); });
  one([&](Context& c, bool& done) { return empty.get(c.world, c.task, kNever, done); });
  one([&](Context& c, bool&) { return queue.join(c.world, c.task); });
  stage.script.main_that_joins();
  stage.world.start(stage.script.main().task);
  while (!stage.world.enabled().empty()) {
    stage.world.step(*stage.world.enabled().front());
  }
  const DeadlockReport report =
      report_deadlock(stage.world.tasks(), {name_of_thread, name_of_object});
  CHECK(report.text() ==
        "MainThread waits for Thread-1 to end\n"
        "Thread-1 waits to be notified by a condition\n"
        "Thread-2 waits for lock a, which Thread-1 holds\n"
        "Thread-3 waits for a permit of semaphore c\n"
        "Thread-4 waits for event d to be set\n"
        "Thread-5 waits at barrier e\n"
        "Thread-6 waits for space in queue f\n"
        "Thread-7 waits for an item from queue g\n"
        "Thread-8 waits for all tasks of queue f\n");
  CHECK(report.cycle.empty());
  CHECK(report.waits[2].owner.id() == 1);
}

TEST_CASE("a lock whose holder has ended is said to be so") {
  Stage stage;
  Lock lock;
  Thread& main = stage.script.thread();
  Thread& worker = stage.script.thread({acquire(lock)});
  main.steps = {Script::start(worker), Script::join(worker), acquire(lock)};
  stage.begin(1);
  stage.step(worker);
  while (!stage.world.enabled().empty()) stage.step(main);
  CHECK(report_deadlock(stage.world.tasks(), {}).text() ==
        "thread 0 waits for a lock, which thread 1 holds, and that thread has ended\n");
}

}  // namespace
}  // namespace lockstep
