#include "sync/queue_gate.h"

#include <deque>

#include <doctest/doctest.h>

#include "sync/steps.h"

namespace lockstep {
namespace {

using namespace fixture;

struct Items {
  QueueGate gate;
  std::deque<int> items;
};

// Puts `item`, gets into `taken`, and marks the task as done.
Step put(Items& queue, int item, Time timeout = kNever, std::vector<bool>* answers = nullptr) {
  return blocking(
      [&queue, item, timeout](Context& context, bool& answer) {
        const Progress progress = queue.gate.put(context.world, context.task,
                                                 deadline_after(context.world, timeout), answer);
        if (progress == Progress::done && answer) queue.items.push_back(item);
        return progress;
      },
      answers);
}

Step get(Items& queue, std::vector<int>& taken, Time timeout = kNever,
         std::vector<bool>* answers = nullptr) {
  return blocking(
      [&queue, &taken, timeout](Context& context, bool& answer) {
        const Progress progress = queue.gate.get(context.world, context.task,
                                                 deadline_after(context.world, timeout), answer);
        if (progress == Progress::done && answer) {
          taken.push_back(queue.items.front());
          queue.items.pop_front();
        }
        return progress;
      },
      answers);
}

Step done(Items& queue) {
  return act([&queue](Context& context) {
    CHECK(queue.gate.task_done(context.world) == SyncError::none);
  });
}

Step join(Items& queue) {
  return {
      [&queue](Context& context) { return flow(queue.gate.join(context.world, context.task)); }};
}

TEST_CASE("items pass a bounded queue from producers to consumers") {
  in_every_world([](Script& script) {
    struct Shared {
      Items queue;
      std::vector<int> taken;
      bool joined = false;
    };
    auto shared = std::make_shared<Shared>();
    shared->queue.gate.maximum = 2;
    script.thread();
    for (int producer = 0; producer < 3; ++producer) {
      std::vector<Step> steps;
      for (int i = 0; i < 4; ++i) steps.push_back(put(shared->queue, producer * 4 + i));
      script.thread(std::move(steps));
    }
    for (int consumer = 0; consumer < 2; ++consumer) {
      std::vector<Step> steps;
      for (int i = 0; i < 6; ++i) {
        steps.push_back(get(shared->queue, shared->taken));
        steps.push_back(done(shared->queue));
      }
      script.thread(std::move(steps));
    }
    Thread& main = script.main_that_joins();
    main.steps.push_back(join(shared->queue));
    main.steps.push_back(act([shared](Context&) { shared->joined = true; }));
    return [shared](const Played& played) {
      CHECK(played.ending == Ending::finished);
      CHECK(shared->joined);
      CHECK(shared->queue.gate.size == 0);
      REQUIRE(shared->taken.size() == 12);
      std::vector<int> last(3, -1);
      bool in_order = true;
      for (const int item : shared->taken) {
        in_order = in_order && item > last[item / 4];
        last[item / 4] = item;
      }
      CHECK(in_order);
    };
  });
}

TEST_CASE("join waits for the last task_done") {
  Stage stage;
  Items queue;
  std::vector<int> taken;
  Thread& main = stage.script.thread({put(queue, 1), put(queue, 2), join(queue)});
  Thread& worker =
      stage.script.thread({get(queue, taken), done(queue), get(queue, taken), done(queue)});
  main.steps.insert(main.steps.begin(), Script::start(worker));
  stage.begin(4);
  CHECK_FALSE(stage.is_enabled(main));
  CHECK(main.task.waiting_for == WaitKind::queue_join);
  stage.step(worker, 3);
  CHECK_FALSE(stage.is_enabled(main));
  stage.step(worker);
  CHECK(stage.is_enabled(main));
  CHECK(taken == std::vector<int>{1, 2});
}

TEST_CASE("full and empty queues answer after their time, without one at once") {
  in_every_world(
      [](Script& script) {
        struct Shared {
          Items queue;
          std::vector<int> taken;
          std::vector<bool> answers;
        };
        auto shared = std::make_shared<Shared>();
        shared->queue.gate.maximum = 1;
        script.thread({get(shared->queue, shared->taken, kNonBlocking, &shared->answers),
                       get(shared->queue, shared->taken, 500'000, &shared->answers),
                       put(shared->queue, 7, kNonBlocking, &shared->answers),
                       put(shared->queue, 8, kNonBlocking, &shared->answers),
                       put(shared->queue, 9, 500'000, &shared->answers)});
        return [shared](const Played& played) {
          CHECK(played.ending == Ending::finished);
          CHECK(shared->answers == std::vector<bool>{false, false, true, false, false});
          CHECK(shared->queue.gate.unfinished == 1);
        };
      },
      {2, 2});

  Stage stage;
  Items queue;
  CHECK(queue.gate.task_done(stage.world) == SyncError::queue_done_too_often);
  CHECK(queue.gate.unfinished == 0);
}

}  // namespace
}  // namespace lockstep
