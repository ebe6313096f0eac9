#include "session/explore.h"

#include <doctest/doctest.h>

#include <string>

#include "session/session.h"
#include "session/witness_check.h"

using namespace lockstep;

namespace {

constexpr const char* kUnlockedCounter = R"(
import threading
counter = 0
def work():
    global counter
    counter += 1
threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("counter =", counter)
)";

constexpr const char* kSelfDeadlock = R"(
import threading
lock = threading.Lock()
print("once")
lock.acquire()
print("twice")
lock.acquire()
print("never")
)";

}  // namespace

TEST_CASE("brute force lists both outcomes of the lost update, each with a witness") {
  const Exploration exploration = explore(kUnlockedCounter, "test.py", {});
  CHECK(exploration.complete);
  REQUIRE(exploration.outcomes.size() == 2);
  CHECK(exploration.outcomes[0].value == "counter = 1\n");
  CHECK(exploration.outcomes[0].preemptions == 1);
  CHECK(exploration.outcomes[1].value == "counter = 2\n");
  CHECK(exploration.outcomes[1].preemptions == 0);
  for (const ExploredOutcome& outcome : exploration.outcomes) check_witness(kUnlockedCounter, outcome);
}

TEST_CASE("a deadlock with oneself is found and said") {
  const Exploration exploration = explore(kSelfDeadlock, "test.py", {});
  CHECK(exploration.complete);
  REQUIRE(exploration.outcomes.size() == 1);
  CHECK(exploration.outcomes[0].kind == OutcomeKind::deadlock);
  CHECK(exploration.outcomes[0].error == "MainThread waits for lock lock, which it holds itself");
  CHECK(exploration.outcomes[0].standard_output == "once\ntwice\n");
  check_witness(kSelfDeadlock, exploration.outcomes[0]);
}

TEST_CASE("what is observed tells outcomes apart") {
  ExploreOptions options;
  options.observe = ExploreOptions::Observe::status;
  CHECK(explore(kUnlockedCounter, "test.py", options).outcomes.size() == 1);
  options.observe = ExploreOptions::Observe::expression;
  options.expression = "counter";
  const Exploration exploration = explore(kUnlockedCounter, "test.py", options);
  REQUIRE(exploration.outcomes.size() == 2);
  CHECK(exploration.outcomes[0].value == "1");
}

TEST_CASE("a bound that leaves schedules out is admitted") {
  ExploreOptions options;
  options.max_preemptions = 0;
  const Exploration exploration = explore(kUnlockedCounter, "test.py", options);
  CHECK_FALSE(exploration.complete);
  CHECK(exploration.outcomes.size() == 1);
}

TEST_CASE("a program that does not compile is one outcome with its error") {
  const Exploration exploration = explore("def f(:\n", "test.py", {});
  REQUIRE(exploration.outcomes.size() == 1);
  CHECK(exploration.outcomes[0].error == "SyntaxError: invalid syntax");
}
