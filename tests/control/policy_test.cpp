#include "control/policy.h"

#include <memory>
#include <set>

#include <doctest/doctest.h>

namespace lockstep {
namespace {

// Tasks 0 to `count` - 1; `of` picks the enabled ones.
struct Tasks {
  explicit Tasks(uint32_t count) : tasks(count) {
    for (uint32_t i = 0; i < count; ++i) tasks[i].id = i;
  }
  std::vector<Task*> of(std::initializer_list<uint32_t> ids) {
    std::vector<Task*> enabled;
    for (const uint32_t id : ids) enabled.push_back(&tasks[id]);
    return enabled;
  }
  std::vector<Task> tasks;
};

TEST_CASE("a seed determines every choice, and leaves none out") {
  Tasks tasks(4);
  std::set<uint32_t> chosen;
  SeededPolicy first(5);
  SeededPolicy again(5);
  SeededPolicy other(6);
  int differences = 0;
  for (int i = 0; i < 100; ++i) {
    const auto enabled = tasks.of({0, 1, 3});
    const uint32_t id = first.choose(enabled, {})->id;
    chosen.insert(id);
    CHECK(again.choose(enabled, {})->id == id);
    if (other.choose(enabled, {})->id != id) ++differences;
  }
  CHECK(chosen == std::set<uint32_t>{0, 1, 3});
  CHECK(differences > 0);
}

TEST_CASE("round robin lets everyone have a turn") {
  Tasks tasks(4);
  const auto play = [&](RoundRobinPolicy policy, int steps) {
    std::vector<uint32_t> order;
    TaskReference last;
    for (int i = 0; i < steps; ++i) {
      const Task* task = policy.choose(tasks.of({0, 1, 3}), last);
      last = TaskReference::to(*task);
      order.push_back(task->id);
    }
    return order;
  };
  CHECK(play(RoundRobinPolicy(), 5) == std::vector<uint32_t>{0, 1, 3, 0, 1});
  CHECK(play(RoundRobinPolicy(2), 7) == std::vector<uint32_t>{0, 0, 1, 1, 3, 3, 0});
}

TEST_CASE("replaying says where the program and the schedule part") {
  Tasks tasks(4);
  ReplayPolicy policy(Schedule({.program = 1}, {1, 2, 0}));
  CHECK(policy.choose(tasks.of({0, 1}), {})->id == 1);
  CHECK(policy.choose(tasks.of({0, 1, 3}), {}) == nullptr);
  REQUIRE(policy.departure().has_value());
  CHECK(policy.departure()->choice == 1);
  CHECK(policy.departure()->task == 2);
  CHECK(policy.choose(tasks.of({0, 1, 2}), {}) == nullptr);
  CHECK(policy.choices_used() == 1);
}

TEST_CASE("after the end of a schedule whoever ran goes on") {
  Tasks tasks(4);
  ReplayPolicy policy(Schedule({.program = 1}, {3}));
  CHECK(policy.choose(tasks.of({0, 3}), {})->id == 3);
  CHECK(policy.exhausted());
  CHECK(policy.choose(tasks.of({0, 2, 3}), TaskReference::to(tasks.tasks[2]))->id == 2);
  CHECK(policy.choose(tasks.of({0, 3}), TaskReference::to(tasks.tasks[2]))->id == 0);
}

}  // namespace
}  // namespace lockstep
