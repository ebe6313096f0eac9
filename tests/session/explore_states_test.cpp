#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <string>

#include "session/explore.h"
#include "session/random_programs.h"
#include "session/session.h"

using namespace lockstep;

namespace {

// The outcomes and the fewest preemptions of each.
using Table = std::map<std::pair<int, std::string>, int>;

Table table_of(const Exploration& exploration) {
  Table table;
  for (const ExploredOutcome& outcome : exploration.outcomes) {
    table[{static_cast<int>(outcome.kind), outcome.value}] = outcome.preemptions;
  }
  return table;
}

void check_replay(const std::string& source, const ExploredOutcome& outcome) {
  std::string text;
  Session::Options session_options;
  session_options.on_output = [&](const OutputChunk& chunk) {
    if (!chunk.is_error) text += chunk.text;
  };
  auto session = Session::create(session_options);
  REQUIRE(session->load(source, "test.py").empty());
  RunOptions options;
  options.mode = RunMode::replay;
  options.schedule = outcome.schedule;
  session->run(options);
  session->wait();
  const auto snapshot = session->snapshot();
  CHECK(snapshot->outcome.kind == outcome.kind);
  CHECK(text == outcome.standard_output);
  CHECK(snapshot->outcome.schedule == outcome.schedule);
}

// How many random programs: more than usual when asked for.
uint64_t programs_to_try() {
  const char* asked = std::getenv("LOCKSTEP_PROGRAMS");
#ifdef LOCKSTEP_HOSTILE
  constexpr uint64_t kUsual = 10;
#else
  constexpr uint64_t kUsual = 60;
#endif
  return asked == nullptr ? kUsual : std::strtoull(asked, nullptr, 10);
}

std::string racy(int threads, int rounds) {
  return "import threading\nx = 0\ndef work():\n    global x\n    for _ in range(" +
         std::to_string(rounds) + "):\n        x += 1\nthreads = [threading.Thread(target=work) for _ in range(" +
         std::to_string(threads) + ")]\nfor t in threads:\n    t.start()\nfor t in threads:\n    t.join()\nprint(x)\n";
}

}  // namespace

TEST_CASE("the search over states finds what brute force finds, whatever it leaves out") {
  const uint64_t count = programs_to_try();
  uint64_t compared = 0;
  for (uint64_t seed = 1; seed <= count; ++seed) {
    const std::string source = random_threaded_program(seed);
    INFO("seed " << seed << "\n" << source);
    ExploreOptions options;
    options.algorithm = ExploreOptions::Algorithm::brute;
    options.max_executions = 3000;
    const Exploration brute = explore(source, "test.py", options);
    if (!brute.complete) continue;
    ++compared;
    const Table expected = table_of(brute);
    for (const bool symmetry : {true, false}) {
      for (const bool memory : {true, false}) {
        INFO("symmetry " << symmetry << ", memory " << memory);
        ExploreOptions fast;
        fast.use_symmetry = symmetry;
        fast.use_memory = memory;
        const Exploration found = explore(source, "test.py", fast);
        CHECK(found.complete);
        CHECK(table_of(found) == expected);
        if (!symmetry || !memory) continue;
        for (const ExploredOutcome& outcome : found.outcomes) check_replay(source, outcome);
      }
    }
  }
  CHECK(compared * 2 > count);
}

TEST_CASE("a bound on preemptions leaves out the same, whatever the algorithm") {
  for (uint64_t seed = 1; seed <= programs_to_try() / 4; ++seed) {
    const std::string source = random_threaded_program(seed);
    INFO("seed " << seed << "\n" << source);
    for (int bound = 0; bound < 2; ++bound) {
      ExploreOptions options;
      options.max_preemptions = bound;
      options.max_executions = 3000;
      options.algorithm = ExploreOptions::Algorithm::brute;
      const Exploration brute = explore(source, "test.py", options);
      if (brute.executions >= 3000) continue;
      options.algorithm = ExploreOptions::Algorithm::states;
      CHECK(table_of(explore(source, "test.py", options)) == table_of(brute));
    }
  }
}

TEST_CASE("racing increments: every sum from 2 on, in no more states than there are") {
  const struct {
    int threads, rounds;
    uint64_t states;       // up to symmetry
  } cases[] = {{2, 1, 8}, {2, 2, 33}, {2, 4, 285}, {3, 1, 20}, {3, 2, 211}, {4, 2, 1283}};
  for (const auto& expected : cases) {
    CAPTURE(expected.threads);
    CAPTURE(expected.rounds);
    const Exploration found = explore(racy(expected.threads, expected.rounds), "test.py", {});
    CHECK(found.complete);
    const int least = expected.rounds == 1 ? 1 : 2;
    CHECK(found.outcomes.size() == static_cast<size_t>(expected.threads * expected.rounds - least + 1));
    CHECK(found.outcomes.front().value == (expected.threads * expected.rounds > 9
                                               ? "10\n" : std::to_string(least) + "\n"));
    // With a main thread that prints behind it all.
    CHECK(found.states <= expected.states + 4);
    REQUIRE(found.findings.size() >= 1);
    CHECK(found.findings[0].kind == Finding::Kind::race);
    CHECK(found.findings[0].object == "x");
  }
}
