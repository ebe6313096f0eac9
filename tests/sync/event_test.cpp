#include "sync/event.h"

#include <doctest/doctest.h>

#include "sync/steps.h"

namespace lockstep {
namespace {

using namespace fixture;

Step wait_for(Event& event, Time timeout, std::vector<bool>* answers) {
  return blocking(
      [&event, timeout](Context& context, bool& answer) {
        return event.wait(context.world, context.task, deadline_after(context.world, timeout),
                          answer);
      },
      answers);
}

Step set(Event& event) {
  return act([&event](Context& context) { event.set(context.world); });
}

TEST_CASE("an event wakes all, and who was waiting is told so even after clear()") {
  in_every_world([](Script& script) {
    struct Shared {
      Event event;
      std::vector<bool> answers;
    };
    auto shared = std::make_shared<Shared>();
    script.thread();
    for (int i = 0; i < 3; ++i) script.thread({wait_for(shared->event, kNever, &shared->answers)});
    script.thread({set(shared->event)});
    script.main_that_joins();
    return [shared](const Played& played) {
      CHECK(played.ending == Ending::finished);
      CHECK(shared->answers == std::vector<bool>{true, true, true});
    };
  });

  Stage stage;
  Event event;
  std::vector<bool> answers;
  stage.script.thread();
  Thread& waiter = stage.script.thread({wait_for(event, kNever, &answers)});
  Thread& late = stage.script.thread({wait_for(event, 10, &answers)});
  Thread& setter = stage.script.thread({set(event), act([&](Context&) { event.clear(); })});
  stage.script.main_that_joins();
  stage.begin(3);
  stage.step(waiter);
  stage.step(setter, 2);
  stage.step(late);
  stage.step(waiter);
  CHECK(answers == std::vector<bool>{true});
  stage.step(stage.script.main(), 2);  // parks at its second join: the clock jumps
  CHECK(stage.world.now() == 10);
  stage.step(late);
  CHECK(answers == std::vector<bool>{true, false});
}

TEST_CASE("waiting for an event does not park when there is nothing to wait for") {
  Stage stage;
  Event event;
  Task self;
  bool signalled = true;
  CHECK(event.wait(stage.world, self, kNonBlocking, signalled) == Progress::done);
  CHECK_FALSE(signalled);
  event.set(stage.world);
  CHECK(event.wait(stage.world, self, kNever, signalled) == Progress::done);
  CHECK(signalled);
}

}  // namespace
}  // namespace lockstep
