#include "session/sample.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>

#include "session/session.h"

using namespace lockstep;

namespace {

constexpr const char* kSampledCounter = R"(
import threading
counter = 0
def work():
    global counter
    seen = counter
    counter = seen + 1
threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print("counter =", counter)
)";

constexpr const char* kTwoLocks = R"(
import threading
pen, ink = threading.Lock(), threading.Lock()
def write(first, second):
    with first:
        with second:
            print("written")
a = threading.Thread(target=write, args=(pen, ink), name="ada")
b = threading.Thread(target=write, args=(ink, pen), name="bob")
a.start(); b.start()
a.join(); b.join()
print("both")
)";

SampleOptions options_of(SampleOptions::Order order, uint64_t runs) {
  SampleOptions options;
  options.order = order;
  options.runs = runs;
  options.explore.observe = ExploreOptions::Observe::last_line;
  return options;
}

using Ends = std::set<std::pair<OutcomeKind, std::string>>;

template <class Outcomes>
Ends ends_of(const Outcomes& outcomes) {
  Ends ends;
  for (const auto& outcome : outcomes) ends.emplace(outcome.kind, outcome.value);
  return ends;
}

uint64_t total(const Samples& samples) {
  uint64_t sum = 0;
  for (const SampledOutcome& outcome : samples.outcomes) sum += outcome.count;
  return sum;
}

}  // namespace

TEST_CASE("runs by chance end in outcomes that exploring lists, and their schedules lead there") {
  using Order = SampleOptions::Order;
  for (const char* program : {kSampledCounter, kTwoLocks}) {
    ExploreOptions explore_options;
    explore_options.observe = ExploreOptions::Observe::last_line;
    const Ends all = ends_of(explore(program, "test.py", explore_options).outcomes);
    REQUIRE(all.size() == 2);
    for (const Order order : {Order::random, Order::priorities, Order::turns}) {
      const Samples samples = sample(program, "test.py", options_of(order, 300));
      CHECK(samples.runs == 300);
      CHECK(total(samples) == 300);
      CHECK(samples.orders >= 2);
      CHECK(samples.orders <= 300);
      const Ends met = ends_of(samples.outcomes);
      CHECK(std::includes(all.begin(), all.end(), met.begin(), met.end()));
      if (order == Order::random) CHECK(met == all);
      for (const SampledOutcome& outcome : samples.outcomes) {
        auto session = Session::create();
        session->load(program, "test.py");
        RunOptions replay;
        replay.mode = RunMode::replay;
        replay.schedule = outcome.schedule;
        session->run(replay);
        session->wait();
        CHECK(session->snapshot()->outcome.kind == outcome.kind);
        std::string output;
        for (const OutputChunk& chunk : session->output()) output += chunk.text;
        CHECK(output == outcome.standard_output);
      }
    }
  }
}

TEST_CASE("free runs are counted too, and leave no schedule") {
  const Samples samples = sample(kSampledCounter, "test.py", options_of(SampleOptions::Order::free, 5));
  CHECK(samples.runs == 5);
  CHECK(total(samples) == 5);
  CHECK(samples.orders == 0);
  for (const SampledOutcome& outcome : samples.outcomes) {
    CHECK(outcome.kind == OutcomeKind::finished);
    CHECK(outcome.value.starts_with("counter = "));
    CHECK(outcome.schedule.empty());
  }
}

TEST_CASE("a sampling that is ended keeps what it has counted") {
  using Order = SampleOptions::Order;
  for (const Order order : {Order::random, Order::free}) {
    const Samples samples = sample(kSampledCounter, "test.py", options_of(order, 1000),
                                   [](const Samples& found) { return found.runs < 3; });
    CHECK(samples.runs == 3);
    CHECK(total(samples) == 3);
  }
  // A run that would last for ever is left in the middle.
  constexpr const char* kEndless = "import threading\nflag = False\ndef work():\n    while not flag: pass\n"
                                   "t = threading.Thread(target=work)\nt.start()\nt.join()\nflag = True\n";
  for (const Order order : {Order::random, Order::free}) {
    int asked = 0;
    const Samples samples = sample(kEndless, "test.py", options_of(order, 5),
                                   [&](const Samples&) { return ++asked < 3; });
    CHECK(samples.runs == 0);
    CHECK(samples.outcomes.empty());
  }
}

TEST_CASE("a program that does not compile is one outcome") {
  const Samples samples = sample("x =\n", "test.py", options_of(SampleOptions::Order::random, 10));
  REQUIRE(samples.outcomes.size() == 1);
  CHECK(samples.outcomes[0].error == "SyntaxError: invalid syntax");
}

TEST_CASE("a session samples beside its run, and forgets it with the program") {
  auto session = Session::create();
  CHECK(session->samples() == nullptr);
  session->load(kSampledCounter, "test.py");
  session->sample(options_of(SampleOptions::Order::random, 50));
  while (session->samples()->running) session->wait();
  CHECK(session->samples()->found->runs == 50);
  session->sample(options_of(SampleOptions::Order::random, 1'000'000'000));
  session->stop_sampling();
  while (session->samples()->running) session->wait();
  CHECK(session->samples()->number == 2);
  CHECK(session->samples()->found->runs < 1'000'000'000);
  session->load(kTwoLocks, "test.py");
  CHECK(session->samples() == nullptr);
}

TEST_CASE("a failing outcome is told from the nearest good run by one choice, in words") {
  ExploreOptions options;
  options.observe = ExploreOptions::Observe::last_line;
  const Exploration exploration = explore(kTwoLocks, "test.py", options);
  for (const ExploredOutcome& outcome : exploration.outcomes) {
    if (outcome.kind == OutcomeKind::finished) {
      CHECK(outcome.fork.step == 0);
      continue;
    }
    CHECK(outcome.kind == OutcomeKind::deadlock);
    const Fork& fork = outcome.fork;
    REQUIRE(fork.step > 0);
    CHECK(fork.bad.thread != fork.good.thread);
    CHECK_FALSE(fork.bad.words.empty());
    CHECK_FALSE(fork.good.words.empty());
    // Stepping through either shows just that step there.
    const auto step_at = [&](const std::string& schedule) {
      auto session = Session::create();
      session->load(kTwoLocks, "test.py");
      RunOptions run;
      run.mode = RunMode::step;
      run.schedule = schedule;
      session->run(run);
      session->step({StepCommand::Kind::go_to, StepCommand::Reach::operation, 0, fork.step});
      session->wait();
      const auto snapshot = session->snapshot();
      REQUIRE(snapshot->moment != nullptr);
      REQUIRE(snapshot->moment->last.has_value());
      return *snapshot->moment->last;
    };
    const StepView bad = step_at(outcome.schedule);
    const StepView good = step_at(outcome.nearest_good);
    CHECK(bad.words == fork.bad.words);
    CHECK(bad.line == fork.bad.line);
    CHECK(good.words == fork.good.words);
    CHECK(good.line == fork.good.line);
  }
}
