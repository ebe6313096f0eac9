#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "session/explore.h"
#include "session/session.h"
#include "session/witness_check.h"

using namespace lockstep;

namespace {

Exploration explore_every_draw(const std::string& source, uint64_t max_executions = 0) {
  ExploreOptions options;
  options.try_draws = true;
  options.max_executions = max_executions;
  return explore(source, "test.py", options);
}

std::vector<std::string> drawn_values(const Exploration& exploration) {
  std::vector<std::string> values;
  for (const ExploredOutcome& outcome : exploration.outcomes) values.push_back(outcome.value);
  return values;
}

const std::string kTwoDice = R"(
import random, threading
random.seed(3)
x = 0
def work():
    global x
    y = x
    x = y + random.randint(1, 3)
threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(x)
)";

}  // namespace

TEST_CASE("every value of every random draw is tried, with every schedule") {
  const Exploration found = explore_every_draw(kTwoDice);
  CHECK(found.complete);
  CHECK(drawn_values(found) == std::vector<std::string>{"1\n", "2\n", "3\n", "4\n", "5\n", "6\n"});
  // One that loses an update can do without losing it.
  CHECK(found.outcomes[0].preemptions == 1);
  CHECK(found.outcomes[1].preemptions == 0);
  for (const ExploredOutcome& outcome : found.outcomes) {
    check_witness(kTwoDice, outcome, RunMode::replay);
    check_witness(kTwoDice, outcome, RunMode::step);
  }
  // Unless one asks for it, the seed decides.
  CHECK(explore(kTwoDice, "test.py", {}).outcomes.size() <= 3);
}

TEST_CASE("draws that others lead to are found") {
  const Exploration found = explore_every_draw(R"(
import random
first = random.choice("ab")
if first == "b":
    second = random.randrange(3)
    third = random.randrange(second + 1)
    print(first, second, third)
else:
    print(first)
)");
  CHECK(found.complete);
  CHECK(drawn_values(found) == std::vector<std::string>{"a\n", "b 0 0\n", "b 1 0\n", "b 1 1\n", "b 2 0\n", "b 2 1\n",
                                                     "b 2 2\n"});
  const Exploration shuffled = explore_every_draw("import random\nx = [1, 2, 3]\nrandom.shuffle(x)\nprint(x)\n");
  CHECK(shuffled.complete);
  CHECK(shuffled.outcomes.size() == 6);
}

TEST_CASE("an exploration that cannot try every value of a draw does not call itself complete") {
  const Exploration fractions = explore_every_draw("import random\nx = random.random()\nprint(x < 0.3, x < 0.9)\n");
  CHECK_FALSE(fractions.complete);
  CHECK(fractions.outcomes.size() == 3);
  const Exploration large = explore_every_draw("import random\nprint(random.randint(1, 1000) in (1, 1000))\n");
  CHECK_FALSE(large.complete);
  CHECK(large.outcomes.size() == 2);
  const Exploration endless =
      explore_every_draw("import random\nn = 0\nwhile random.randrange(2):\n    n += 1\nprint(n)\n", 5);
  CHECK_FALSE(endless.complete);
  CHECK(endless.outcomes.size() == 5);
}

TEST_CASE("a run of arbitrary time is stepped as it was found") {
  const std::string source =
      "import threading, time\ndef work(name, seconds):\n    time.sleep(seconds)\n    print(name)\n"
      "a = threading.Thread(target=work, args=('a', 1))\nb = threading.Thread(target=work, args=('b', 2))\n"
      "a.start()\nb.start()\na.join()\nb.join()\n";
  ExploreOptions options;
  options.arbitrary_time = true;
  const Exploration found = explore(source, "test.py", options);
  REQUIRE(found.outcomes.size() == 2);
  for (const ExploredOutcome& outcome : found.outcomes) {
    check_witness(source, outcome, RunMode::replay);
    check_witness(source, outcome, RunMode::step);
  }
}
