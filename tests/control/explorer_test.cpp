#include "control/explorer.h"

#include <map>
#include <numeric>

#include <doctest/doctest.h>

#include "control/driver.h"
#include "control/stage_replica.h"
#include "sync/queue_gate.h"
#include "sync/steps.h"

namespace lockstep {
namespace {

using namespace fixture;

// Threads without a main that each add one to a counter `rounds` times, by a read and a write:
// small enough that everything about it is known by counting.
class RacyThreads : public Replica {
 public:
  RacyThreads(int threads, int rounds) : rounds_(rounds) {
    now_.done.resize(threads);
    now_.read.resize(threads);
  }

  Token save() override {
    copies_[next_] = now_;
    return next_++;
  }
  void restore(Token token) override { now_ = copies_.at(token); }
  void discard(Token token) override { copies_.erase(token); }
  std::vector<uint32_t> enabled() override {
    std::vector<uint32_t> ids;
    for (size_t i = 0; i < now_.done.size(); ++i) {
      if (now_.done[i] < 2 * rounds_) ids.push_back(static_cast<uint32_t>(i));
    }
    return ids;
  }
  std::optional<uint32_t> current() override { return now_.current; }
  Step step(uint32_t id) override {
    if (now_.done[id]++ % 2 == 0) {
      now_.read[id] = now_.counter;
    } else {
      now_.counter = now_.read[id] + 1;
    }
    now_.current = id;
    if (now_.done[id] == 2 * rounds_) now_.current.reset();
    return Step::made;
  }
  ExecutionOutcome outcome() override {
    return {EndKind::finished, std::to_string(now_.counter), "", ""};
  }

  size_t copies() const { return copies_.size(); }

 private:
  struct State {
    int counter = 0;
    std::vector<int> done;
    std::vector<int> read;
    std::optional<uint32_t> current;
  };
  const int rounds_;
  State now_;
  std::map<Token, State> copies_;
  Token next_ = 0;
};

// What a schedule leads to, by making its choices and nothing clever.
ExecutionOutcome follow(Replica& replica, const Schedule& schedule, uint64_t* preemptions) {
  size_t next = 0;
  for (;;) {
    const auto enabled = replica.enabled();
    if (enabled.empty()) break;
    uint32_t task = enabled.front();
    if (enabled.size() > 1) {
      REQUIRE(next < schedule.choices.size());
      task = schedule.choices[next++];
    }
    const auto current = replica.current();
    if (current.has_value() && *current != task) ++*preemptions;
    replica.step(task);
  }
  CHECK(next == schedule.choices.size());
  return replica.outcome();
}

TEST_CASE("racing threads have as many schedules as combinatorics says") {
  // executions: (threads * steps)! / (steps!)^threads; outcomes; executions with 0, 1, 2
  // preemptions at most.
  const struct {
    int threads, rounds;
    uint64_t executions;
    size_t outcomes;
    uint64_t at_most[3];
  } cases[] = {
      {2, 1, 6, 2, {2, 4, 6}},    {2, 2, 70, 3, {2, 8, 26}},      {2, 4, 12870, 7, {2, 16, 114}},
      {3, 1, 90, 3, {6, 24, 60}}, {3, 2, 34650, 5, {6, 60, 402}},
  };
  for (const auto& expected : cases) {
    CAPTURE(expected.threads);
    CAPTURE(expected.rounds);
    RacyThreads replica(expected.threads, expected.rounds);
    Explorer explorer(replica, {.terms = {.program = 5}});
    CHECK(explorer.advance());
    CHECK(explorer.complete());
    CHECK(explorer.progress().executions == expected.executions);
    CHECK(explorer.progress().states == explorer.progress().transitions + 1);
    CHECK(replica.copies() == 0);

    const auto found = explorer.found();
    CHECK(found.size() == expected.outcomes);
    uint64_t executions = 0;
    for (const Explorer::Found& each : found) {
      executions += each.executions;
      RacyThreads fresh(expected.threads, expected.rounds);
      uint64_t preemptions = 0;
      CHECK(each.schedule.program == 5);
      CHECK(follow(fresh, each.schedule, &preemptions).value == each.outcome.value);
      CHECK(preemptions == each.preemptions);
    }
    CHECK(executions == expected.executions);
    // The full sum needs no preemption, any lost update at least one.
    CHECK(found.back().outcome.value == std::to_string(expected.threads * expected.rounds));
    CHECK(found.back().preemptions == 0);
    CHECK(found.front().preemptions >= 1);

    for (uint64_t bound = 0; bound < 3; ++bound) {
      RacyThreads bounded(expected.threads, expected.rounds);
      Explorer search(bounded, {.max_preemptions = bound});
      CHECK(search.advance());
      CHECK(search.progress().executions == expected.at_most[bound]);
      CHECK(search.complete() == (expected.at_most[bound] == expected.executions));
    }
  }
}

TEST_CASE("budgets end a search, and it says so") {
  RacyThreads replica(3, 2);
  Explorer by_executions(replica, {.max_executions = 10});
  CHECK(by_executions.advance());
  CHECK_FALSE(by_executions.complete());
  CHECK(by_executions.progress().executions == 10);

  RacyThreads exact(2, 1);
  Explorer just_enough(exact, {.max_executions = 6});
  CHECK(just_enough.advance());
  CHECK(just_enough.complete());

  RacyThreads timed(3, 3);
  Explorer by_time(timed, {.max_seconds = 0});
  CHECK(by_time.advance());
  CHECK_FALSE(by_time.complete());

  RacyThreads cancelled(3, 3);
  Explorer by_hand(cancelled, {});
  CHECK_FALSE(by_hand.advance(0));
  by_hand.cancel();
  CHECK(by_hand.advance());
  CHECK_FALSE(by_hand.complete());
}

TEST_CASE("a search in slices finds what one in a go finds") {
  RacyThreads replica(2, 2);
  Explorer explorer(replica, {});
  int slices = 1;
  while (!explorer.advance(0)) ++slices;
  CHECK(slices > 1);
  CHECK(explorer.complete());
  CHECK(explorer.progress().executions == 70);
}

TEST_CASE("executions without an end are cut, and counted as limits") {
  RacyThreads replica(2, 4);
  Explorer explorer(replica, {.max_steps = 5});
  CHECK(explorer.advance());
  CHECK_FALSE(explorer.complete());
  CHECK(explorer.progress().executions == 32);
  for (const auto& each : explorer.found()) CHECK(each.outcome.kind == EndKind::limit);
}

// --- The same with the controlled world and real primitives --------------------------------------

// Explores, and replays each witness through a driver on a fresh stage.
template <class Program>
std::map<std::string, uint64_t> outcomes_of() {
  Stage stage;
  Program program;
  program.fill(stage);
  StageReplica replica(stage);
  replica.remember(program.shared);
  replica.observe = [&] { return program.value(); };
  stage.world.start(stage.script.main().task);
  Explorer explorer(replica, {.terms = {.program = 3}});
  CHECK(explorer.advance());
  CHECK(explorer.complete());
  CHECK(replica.copies() == 0);

  std::map<std::string, uint64_t> preemptions;
  for (const Explorer::Found& each : explorer.found()) {
    const bool deadlock = each.outcome.kind == EndKind::deadlock;
    preemptions[deadlock ? each.outcome.error : each.outcome.value] = each.preemptions;

    Stage fresh;
    Program again;
    again.fill(fresh);
    fresh.world.start(fresh.script.main().task);
    Driver driver(fresh.world, {.program = 3});
    ReplayPolicy policy(each.schedule);
    Driver::Advance last;
    do {
      last = driver.advance(policy);
    } while (last == Driver::Advance::stepped);
    CHECK(last == (deadlock ? Driver::Advance::deadlock : Driver::Advance::finished));
    CHECK(policy.exhausted());
    CHECK(driver.schedule() == each.schedule);
    CHECK(driver.position().preemptions == each.preemptions);
    if (!deadlock) CHECK(again.value() == each.outcome.value);
  }
  return preemptions;
}

struct LostUpdate {
  struct {
    int counter = 0;
    int read[2] = {};
  } shared;
  void fill(Stage& stage) {
    stage.script.thread();
    for (int i = 0; i < 2; ++i) {
      stage.script.thread({act([this, i](Context&) { shared.read[i] = shared.counter; }),
                           act([this, i](Context&) { shared.counter = shared.read[i] + 1; })});
    }
    stage.script.main_that_joins();
  }
  std::string value() const { return std::to_string(shared.counter); }
};

struct MendedByLock {
  struct {
    Lock lock;
    int counter = 0;
    int read[2] = {};
  } shared;
  void fill(Stage& stage) {
    stage.script.thread();
    for (int i = 0; i < 2; ++i) {
      stage.script.thread({acquire(shared.lock),
                           act([this, i](Context&) { shared.read[i] = shared.counter; }),
                           act([this, i](Context&) { shared.counter = shared.read[i] + 1; }),
                           release(shared.lock)});
    }
    stage.script.main_that_joins();
  }
  std::string value() const { return std::to_string(shared.counter); }
};

struct CrossedLocks {
  struct {
    Lock a, b;
  } shared;
  void fill(Stage& stage) {
    stage.script.thread();
    stage.script.thread(
        {acquire(shared.a), acquire(shared.b), release(shared.b), release(shared.a)});
    stage.script.thread(
        {acquire(shared.b), acquire(shared.a), release(shared.a), release(shared.b)});
    stage.script.main_that_joins();
  }
  std::string value() const { return "fine"; }
};

struct SelfDeadlock {
  struct {
    Lock lock;
  } shared;
  void fill(Stage& stage) { stage.script.thread({acquire(shared.lock), acquire(shared.lock)}); }
  std::string value() const { return "fine"; }
};

TEST_CASE("the lost update and its cure") {
  CHECK(outcomes_of<LostUpdate>() == std::map<std::string, uint64_t>{{"1", 1}, {"2", 0}});
  CHECK(outcomes_of<MendedByLock>() == std::map<std::string, uint64_t>{{"2", 0}});
}

TEST_CASE("locks taken in different orders") {
  CHECK(outcomes_of<CrossedLocks>() ==
        std::map<std::string, uint64_t>{
            {"fine", 0},
            {"thread 0 waits for thread 1 to end\n"
             "thread 1 waits for a lock, which thread 2 holds\n"
             "thread 2 waits for a lock, which thread 1 holds\n"
             "they wait for each other: thread 1 -> thread 2 -> thread 1\n",
             1}});
}

TEST_CASE("a lock taken twice") {
  CHECK(outcomes_of<SelfDeadlock>() ==
        std::map<std::string, uint64_t>{{"thread 0 waits for a lock, which it holds itself\n", 0}});
}

}  // namespace
}  // namespace lockstep
