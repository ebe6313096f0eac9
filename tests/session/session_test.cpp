#include "session/session.h"

#include <doctest/doctest.h>

#include <string>

using namespace lockstep;

namespace {

struct Played {
  std::shared_ptr<const Snapshot> snapshot;
  std::string output;
  std::string errors;
};

Played play(Session& session, const std::string& source, RunOptions options = {}) {
  session.load(source, "test.py");
  session.run(options);
  session.wait();
  Played played;
  played.snapshot = session.snapshot();
  for (const OutputChunk& chunk : session.output()) {
    (chunk.is_error ? played.errors : played.output) += chunk.text;
  }
  return played;
}

RunOptions seeded(uint64_t seed) {
  RunOptions options;
  options.mode = RunMode::seeded;
  options.seed = seed;
  return options;
}

constexpr const char* kTwoThreads = R"(
import threading
def work(name):
    for i in range(3):
        print(name, i)
threads = [threading.Thread(target=work, args=(c,)) for c in "ab"]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("done")
)";

}  // namespace

TEST_CASE("a program runs free to its end") {
  auto session = Session::create();
  const Played played = play(*session, "print('hello', 6 * 7)\n");
  CHECK(played.output == "hello 42\n");
  CHECK(played.snapshot->outcome.kind == OutcomeKind::finished);
  CHECK(played.snapshot->outcome.status == 0);
  CHECK_FALSE(played.snapshot->running);
}

TEST_CASE("threads appear in snapshots and timelines, with their names") {
  for (const RunOptions& options : {RunOptions(), seeded(3)}) {
    auto session = Session::create();
    const Played played = play(*session, kTwoThreads, options);
    REQUIRE(played.snapshot->threads.size() == 3);
    CHECK(played.snapshot->threads[0].name == "MainThread");
    CHECK(played.snapshot->threads[1].name == "Thread-1 (work)");
    CHECK(played.snapshot->threads[2].status == ThreadStatus::ended);
    CHECK(played.snapshot->live_threads == 0);
    CHECK(played.output.ends_with("done\n"));
    const auto rows = session->timeline();
    REQUIRE(rows.size() == 3);
    for (const TimelineRow& row : rows) {
      CHECK_FALSE(row.spans.empty());
      for (size_t i = 1; i < row.spans.size(); i++) {
        CHECK(row.spans[i].begin == row.spans[i - 1].end);
      }
    }
  }
}

TEST_CASE("the same seed gives the same run, and its schedule replays it") {
  auto session = Session::create();
  const Played first = play(*session, kTwoThreads, seeded(11));
  const Played again = play(*session, kTwoThreads, seeded(11));
  CHECK(first.output == again.output);
  CHECK(first.snapshot->outcome.schedule == again.snapshot->outcome.schedule);
  RunOptions replay;
  replay.mode = RunMode::replay;
  replay.schedule = first.snapshot->outcome.schedule;
  CHECK(play(*session, kTwoThreads, replay).output == first.output);
}

TEST_CASE("a schedule of another program, or no schedule, is refused with a reason") {
  auto session = Session::create();
  RunOptions replay;
  replay.mode = RunMode::replay;
  replay.schedule = play(*session, kTwoThreads, seeded(1)).snapshot->outcome.schedule;
  const Played other = play(*session, "print(1)\n", replay);
  CHECK(other.snapshot->outcome.status == 2);
  CHECK(other.snapshot->outcome.message == "the schedule was recorded with another program");
  replay.schedule = "nonsense";
  CHECK(play(*session, kTwoThreads, replay).snapshot->outcome.status == 2);
}

TEST_CASE("an uncaught exception is reported as CPython reports it") {
  auto session = Session::create();
  const Played played = play(*session, "def f(x):\n    return 1 / x\nf(0)\n");
  CHECK(played.snapshot->outcome.kind == OutcomeKind::exception);
  CHECK(played.snapshot->outcome.status == 1);
  CHECK(played.snapshot->outcome.message == "ZeroDivisionError: division by zero");
  CHECK(played.errors ==
        "Traceback (most recent call last):\n"
        "  File \"test.py\", line 3, in <module>\n"
        "    f(0)\n"
        "  File \"test.py\", line 2, in f\n"
        "    return 1 / x\n"
        "           ~~^~~\n"
        "ZeroDivisionError: division by zero\n");
}

TEST_CASE("a deadlock ends the run with the reason, under both worlds") {
  const char* source = "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n";
  for (const RunOptions& options : {RunOptions(), seeded(1)}) {
    auto session = Session::create();
    const Played played = play(*session, source, options);
    CHECK(played.snapshot->outcome.kind == OutcomeKind::deadlock);
    CHECK(played.snapshot->outcome.status == 3);
    CHECK(played.snapshot->outcome.message.find("MainThread waits for lock lock") == 0);
  }
}

TEST_CASE("endless programs stop when asked to") {
  const char* sources[] = {
      "while True:\n    pass\n",
      "import time\nwhile True:\n    time.sleep(1000)\n",
      "import threading\ne = threading.Event()\nthreading.Thread(target=e.wait, daemon=True).start()\n"
      "while True:\n    x = [i for i in range(100)]\n",
  };
  for (const char* source : sources) {
    for (const RunOptions& options : {RunOptions(), seeded(1)}) {
      auto session = Session::create();
      REQUIRE(session->load(source, "test.py").empty());
      session->run(options);
      session->stop();
      session->wait();
      const OutcomeKind kind = session->snapshot()->outcome.kind;
      CHECK(kind == OutcomeKind::stopped);
    }
  }
}

TEST_CASE("limits end a run") {
  auto session = Session::create();
  RunOptions options;
  options.limits.steps = 10000;
  CHECK(play(*session, "while True:\n    pass\n", options).snapshot->outcome.status == 4);
  options = RunOptions();
  options.limits.memory_bytes = 8 << 20;
  const Played memory = play(*session, "x = []\nwhile True:\n    x.append([0] * 1000)\n", options);
  CHECK(memory.snapshot->outcome.message == "MemoryError");
  const Played caught = play(*session,
                             "x = []\ntry:\n    while True:\n        x.append([0] * 1000)\n"
                             "except MemoryError:\n    x = None\n    print('caught')\n",
                             options);
  CHECK(caught.output == "caught\n");
}

TEST_CASE("two sessions in one process do not know of each other") {
  auto first = Session::create();
  auto second = Session::create();
  first->load("import random\nrandom.seed(1)\nfor i in range(1000):\n    x = random.random()\nprint(x)\n",
              "first.py");
  second->load("import random\nrandom.seed(2)\nfor i in range(1000):\n    x = random.random()\nprint(x)\n",
               "second.py");
  first->run({});
  second->run({});
  first->wait();
  second->wait();
  CHECK(first->output()[0].text != second->output()[0].text);
  const std::string alone = first->output()[0].text;
  first->run({});
  first->wait();
  CHECK(first->output()[0].text == alone);
}

TEST_CASE("a source that is no program gives a diagnostic and an outcome") {
  auto session = Session::create();
  const auto diagnostics = session->load("x = (1\n", "test.py");
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].message == "'(' was never closed");
  CHECK(diagnostics[0].span.line == 1);
  session->run({});
  session->wait();
  CHECK(session->snapshot()->outcome.status == 1);
}

TEST_CASE("input comes from what the run is given, in every mode") {
  const char* source = "import sys\nprint(input('? '), sys.stdin.readline(2), sys.stdin.read().split())\n";
  for (const RunMode mode : {RunMode::free, RunMode::seeded}) {
    auto session = Session::create();
    RunOptions options;
    options.mode = mode;
    options.input = make_input("one\ntwo\nthree four");
    CHECK(play(*session, source, options).output == "? one tw ['o', 'three', 'four']\n");
  }
}

TEST_CASE("a thread that waits for input is no deadlock, lets others run, and ends with the run") {
  const char* source =
      "import threading\n"
      "t = threading.Thread(target=input)\n"
      "t.start()\n"
      "print('others go on')\n"
      "t.join()\n";
  auto session = Session::create();
  RunOptions options;
  options.input = make_input([]() -> std::optional<std::string> { return ""; });
  session->load(source, "test.py");
  session->run(options);
  while (session->output().empty()) {
  }
  session->stop();
  session->wait();
  CHECK(session->output().front().text == "others go on\n");
  CHECK(session->snapshot()->outcome.kind == OutcomeKind::stopped);
}

TEST_CASE("a long walk inside a builtin ends with the run") {
  for (const char* walk : {"sorted(range(10**9), key=None)", "set(range(10**9))", "max(range(10**9))"}) {
    for (const RunMode mode : {RunMode::free, RunMode::seeded}) {
      auto session = Session::create();
      RunOptions options;
      options.mode = mode;
      options.limits.seconds = 0.05;
      session->load("try:\n  " + std::string(walk) + "\nexcept MemoryError:\n  print('too much')\n", "test.py");
      session->run(options);
      if (mode == RunMode::seeded) session->stop();
      session->wait();
      CHECK(session->snapshot()->outcome.kind != OutcomeKind::internal_error);
    }
  }
}
