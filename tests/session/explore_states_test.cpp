#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <string>

#include "base/hostile.h"
#include "control/schedule.h"
#include "session/explore.h"
#include "session/random_programs.h"
#include "session/session.h"
#include "session/witness_check.h"

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

std::set<Table::key_type> outcomes_of(const Table& table) {
  std::set<Table::key_type> outcomes;
  for (const auto& [outcome, preemptions] : table) outcomes.insert(outcome);
  return outcomes;
}

// How many random programs: more than usual when asked for.
uint64_t programs_to_try() {
  const char* asked = std::getenv("LOCKSTEP_PROGRAMS");
  const uint64_t usual = is_hostile() ? 10 : 60;
  return asked == nullptr ? usual : std::strtoull(asked, nullptr, 10);
}

uint64_t first_seed() {
  const char* asked = std::getenv("LOCKSTEP_FIRST_PROGRAM");
  return asked == nullptr ? 1 : std::strtoull(asked, nullptr, 10);
}

void compare_with_brute_force(std::string (*write)(uint64_t), uint64_t wanted) {
  // Brute force ends for few programs within its bound: as many are tried as it takes.
  uint64_t compared = 0;
  for (uint64_t seed = first_seed(); compared < wanted && seed <= first_seed() + 20 * wanted; ++seed) {
    const std::string source = write(seed);
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
        CHECK_FALSE(found.fell_back);
        CHECK(table_of(found) == expected);
        if (!symmetry || !memory) continue;
        for (const ExploredOutcome& outcome : found.outcomes) check_witness(source, outcome);
      }
    }
  }
  CHECK(compared == wanted);
}

std::string racy(int threads, int rounds) {
  return "import threading\nx = 0\ndef work():\n    global x\n    for _ in range(" +
         std::to_string(rounds) + "):\n        x += 1\nthreads = [threading.Thread(target=work) for _ in range(" +
         std::to_string(threads) + ")]\nfor t in threads:\n    t.start()\nfor t in threads:\n    t.join()\nprint(x)\n";
}

}  // namespace

TEST_CASE("the search over states finds what brute force finds, whatever it leaves out") {
  compare_with_brute_force(random_threaded_program, programs_to_try() / 2);
}

TEST_CASE("so it does where threads are given lists, and start threads") {
  compare_with_brute_force(random_sharing_program, programs_to_try() / 6);
}

TEST_CASE("so it does where event loops, threads and executors meet") {
  compare_with_brute_force(random_mixed_program, programs_to_try() / 12);
}

TEST_CASE("an event loop and a thread beside it take turns in every way") {
  const Exploration found = explore(
      "import asyncio, threading\nx = 0\nasync def main():\n    global x\n"
      "    loop = asyncio.get_running_loop()\n    done = asyncio.Event()\n    def work():\n"
      "        global x\n        y = x\n        x = y + 1\n        loop.call_soon_threadsafe(done.set)\n"
      "    t = threading.Thread(target=work)\n    t.start()\n    y = x\n    await asyncio.sleep(0)\n"
      "    x = y + 10\n    await done.wait()\n    t.join()\n    print(x)\nasyncio.run(main())\n",
      "test.py", {});
  CHECK(found.complete);
  CHECK_FALSE(found.fell_back);
  CHECK(found.outcomes.size() == 3);
}

TEST_CASE("a bound on preemptions leaves out the same, whatever the algorithm") {
  for (const auto write : {random_threaded_program, random_sharing_program}) {
    for (uint64_t seed = first_seed(); seed < first_seed() + programs_to_try() / 4; ++seed) {
      const std::string source = write(seed);
      INFO("seed " << seed << "\n" << source);
      for (int bound = 0; bound < 2; ++bound) {
        ExploreOptions options;
        options.max_preemptions = bound;
        options.max_executions = 3000;
        options.algorithm = ExploreOptions::Algorithm::brute;
        const Exploration brute = explore(source, "test.py", options);
        if (brute.executions >= 3000) continue;
        options.algorithm = ExploreOptions::Algorithm::states;
        const Table found = table_of(explore(source, "test.py", options));
        // Where threads start threads, a witness can have one preemption more than there need be.
        const bool counts = write == random_threaded_program;
        CHECK(counts ? found == table_of(brute) : outcomes_of(found) == outcomes_of(table_of(brute)));
      }
    }
  }
}

TEST_CASE("of two threads that came to look alike, the one that runs goes on in a witness") {
  // The last append may be any thread's; only once has one to be interrupted.
  const Exploration found = explore(
      "import threading\na = 0\nitems = []\nlock = threading.Lock()\ndef work(me):\n    global a\n    with lock:\n"
      "        if items: items.pop()\n    a += 1\n    with lock:\n        items.append(a)\nthreads = "
      "[threading.Thread(target=work, args=(n,)) for n in (1, 0, 1)]\nfor t in threads:\n    t.start()\n"
      "for t in threads:\n    t.join()\nprint(a, items)\n",
      "test.py", {});
  CHECK(found.complete);
  const auto both = std::find_if(found.outcomes.begin(), found.outcomes.end(),
                                 [](const ExploredOutcome& outcome) { return outcome.value == "3 [3, 3]\n"; });
  REQUIRE(both != found.outcomes.end());
  CHECK(both->preemptions == 1);
}

TEST_CASE("threads that start threads are interrupted no more often than it takes") {
  const std::string source =
      "import threading\na = b = 0\ndef leaf(bag):\n    bag.append(len(bag))\ndef work(me):\n    global a, b\n"
      "    bag = [me]\n    threading.Thread(target=leaf, args=(bag,)).start()\n    a = len(bag)\n    b += 1\n"
      "threads = [threading.Thread(target=work, args=(me,)) for me in range(2)]\nfor t in threads:\n    t.start()\n"
      "b = 1\nfor t in threads:\n    t.join()\nprint(a, b)\n";
  const Exploration found = explore(source, "test.py", {});
  CHECK(found.complete);
  CHECK_FALSE(found.fell_back);
  CHECK(found.outcomes.size() == 6);
  for (const ExploredOutcome& outcome : found.outcomes) {
    CAPTURE(outcome.value);
    check_witness(source, outcome);
    ExploreOptions options;
    const auto has_it = [&](int64_t bound) {
      options.max_preemptions = bound;
      const Exploration bounded = explore(source, "test.py", options);
      return std::any_of(bounded.outcomes.begin(), bounded.outcomes.end(), [&](const ExploredOutcome& each) {
        return each.value == outcome.value && each.preemptions == outcome.preemptions;
      });
    };
    CHECK(has_it(outcome.preemptions));
    if (outcome.preemptions > 0) CHECK_FALSE(has_it(outcome.preemptions - 1));
    if (outcome.value == "1 3\n") CHECK(outcome.preemptions == 0);
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
    // The main thread reads and prints behind it all: one state more for each sum.
    CHECK(found.states <= expected.states + std::max<size_t>(4, found.outcomes.size()));
    REQUIRE(found.findings.size() >= 1);
    CHECK(found.findings[0].kind == Finding::Kind::race);
    CHECK(found.findings[0].object == "x");
  }
}

TEST_CASE("looking at a primitive or into a container is a step of its own") {
  // What another thread does, and how main looks at it. Between main's two looks the other one can act.
  const struct {
    const char* setup;
    const char* action;
    const char* look;
  } cases[] = {
      {"lock = threading.Lock()", "lock.acquire()", "lock.locked()"},
      {"event = threading.Event()", "event.set()", "event.is_set()"},
      {"permits = threading.Semaphore(1)", "permits.acquire()", "permits._value"},
      {"barrier = threading.Barrier(2)", "barrier.abort()", "barrier.broken"},
      {"line = queue.Queue(1)", "line.put(1)", "line.qsize()"},
      {"line = queue.Queue(1)", "line.put(1)", "line.empty()"},
      {"line = queue.Queue(1)", "line.put(1)", "line.full()"},
      {"items = []", "items.append(1)", "len(items)"},
      {"items = []", "items.append(1)", "1 in items"},
      {"items = []", "items.append(1)", "bool(items)"},
      {"items = []", "items.append(1)", "not items"},
      {"items = []", "items.append(1)", "items == []"},
      {"items = []", "items.append(1)", "[*items]"},
      {"items = []", "items.append(1)", "items + [0]"},
      {"items = []", "items.append(1)", "f'{items}'"},
      {"items = []", "items.append(1)", "7 if items else 8"},
      {"items = {}", "items['a'] = 1", "items.get('a')"},
      {"class C: pass\nthing = C()\nthing.x = 0", "thing.x = 1", "thing.x"},
  };
  for (const auto& each : cases) {
    const std::string source = std::string("import threading, queue\n") + each.setup +
                               "\ndef work():\n    " + each.action +
                               "\nt = threading.Thread(target=work, daemon=True)\nt.start()\nfirst = " + each.look +
                               "\nsecond = " + each.look + "\nprint(first, second)\n";
    INFO(source);
    const Exploration found = explore(source, "test.py", {});
    CHECK(found.complete);
    CHECK_FALSE(found.fell_back);
    // Before both looks, between them, after them.
    CHECK(found.outcomes.size() == 3);
  }
}

TEST_CASE("locked workers and philosophers need few states") {
  const auto locked = [](int workers) {
    return "import threading\nx = 0\nlock = threading.Lock()\ndef work():\n    global x\n    with lock:\n"
           "        x += 1\nthreads = [threading.Thread(target=work) for _ in range(" +
           std::to_string(workers) + ")]\nfor t in threads:\n    t.start()\nfor t in threads:\n    t.join()\nprint(x)\n";
  };
  for (const int workers : {2, 4, 8}) {
    const Exploration found = explore(locked(workers), "test.py", {});
    CHECK(found.complete);
    CHECK(found.outcomes.size() == 1);
    CHECK(found.states <= static_cast<uint64_t>(4 * workers + 1 + 4));
    CHECK(found.findings.empty());
  }
  const auto dining = [](int seats, bool ordered) {
    const std::string n = std::to_string(seats);
    return "import threading\nforks = [threading.Lock() for _ in range(" + n +
           ")]\ndef eat(first, second):\n    with first:\n        with second:\n            pass\nthreads = []\n"
           "for i in range(" + n + "):\n    a, b = forks[i], forks[(i + 1) % " + n + "]\n" +
           (ordered ? "    if i == " + n + " - 1: a, b = b, a\n" : std::string()) +
           "    threads.append(threading.Thread(target=eat, args=(a, b)))\n"
           "for t in threads:\n    t.start()\nfor t in threads:\n    t.join()\nprint('done')\n";
  };
  const struct {
    int seats;
    uint64_t left, ordered;
  } tables[] = {{2, 19, 16}, {3, 87, 72}, {4, 391, 320}};
  for (const auto& table : tables) {
    CAPTURE(table.seats);
    const Exploration left = explore(dining(table.seats, false), "test.py", {});
    CHECK(left.complete);
    REQUIRE(left.outcomes.size() == 2);
    CHECK(left.outcomes[1].kind == OutcomeKind::deadlock);
    CHECK(left.outcomes[1].nearest_good != "");
    CHECK(left.states <= table.left + 4);
    const Exploration ordered = explore(dining(table.seats, true), "test.py", {});
    CHECK(ordered.complete);
    CHECK(ordered.outcomes.size() == 1);
    CHECK(ordered.states <= table.ordered + 4);
  }
}

TEST_CASE("beside a failure stands the good run that leaves its way last") {
  const std::string source =
      "import threading\na = threading.Lock()\nb = threading.Lock()\n"
      "def work(first, second):\n    with first:\n        with second:\n            pass\n"
      "threads = [threading.Thread(target=work, args=(a, b)), threading.Thread(target=work, args=(b, a))]\n"
      "for t in threads:\n    t.start()\nfor t in threads:\n    t.join()\nprint('done')\n";
  const Exploration found = explore(source, "test.py", {});
  REQUIRE(found.outcomes.size() == 2);
  const ExploredOutcome& bad = found.outcomes[1];
  REQUIRE(bad.kind == OutcomeKind::deadlock);
  // The very last choice: the thread that has a lock takes the other one, too, before somebody else does.
  const std::vector<uint32_t> choices = parse_schedule(bad.schedule)->choices;
  CHECK(bad.differs_at + 1 == choices.size());
  ExploredOutcome good = found.outcomes[0];
  good.schedule = bad.nearest_good;
  check_witness(source, good);
  const std::vector<uint32_t> others = parse_schedule(bad.nearest_good)->choices;
  CHECK(std::equal(choices.begin(), choices.end() - 1, others.begin()));
}

TEST_CASE("what a thread was given when it was started is not the giver's own any more") {
  const Exploration given = explore(
      "import threading\ndef leaf(items):\n    items.append(1)\ndef work():\n    items = []\n"
      "    t = threading.Thread(target=leaf, args=(items,))\n    t.start()\n    n = len(items)\n"
      "    t.join()\n    print(n)\nt = threading.Thread(target=work)\nt.start()\nt.join()\n",
      "test.py", {});
  CHECK(given.complete);
  CHECK(given.outcomes.size() == 2);

  // Here main starts it behind a join.
  const Exploration later = explore(
      "import threading\ndef work(items, me):\n    n = len(items)\n    items.append((me, n))\ndef main():\n"
      "    t = threading.Thread(target=print)\n    t.start()\n    t.join()\n    items = []\n"
      "    t = threading.Thread(target=work, args=(items, 1))\n    t.start()\n    n = len(items)\n"
      "    items.append((0, n))\n    t.join()\n    print(items)\nmain()\n",
      "test.py", {});
  CHECK(later.complete);
  CHECK(later.outcomes.size() == 4);
}

TEST_CASE("threads alike differ for who waits for one of them") {
  for (const char* order : {"ab", "ba"}) {
    const std::string first(1, order[0]), second(1, order[1]);
    const Exploration found = explore(
        "import threading\ny = []\ndef work():\n    y.append(0)\na = threading.Thread(target=work)\n"
        "b = threading.Thread(target=work)\na.start()\nb.start()\nz = len(y)\n" + first +
            ".join()\nx = len(y)\n" + second + ".join()\nprint(z, x)\n",
        "test.py", {});
    CHECK(found.complete);
    CHECK_FALSE(found.fell_back);
    CHECK(found.outcomes.size() == 5);
  }
}

TEST_CASE("threads that spin for ever are found out") {
  const Exploration found = explore(
      "import threading\ngo = False\ndef work():\n    while not go:\n        pass\n"
      "def other():\n    global go\n    while not go:\n        pass\n    go = True\n"
      "a = threading.Thread(target=work)\nb = threading.Thread(target=other)\n"
      "a.start()\nb.start()\na.join()\n",
      "test.py", {});
  REQUIRE(found.outcomes.size() == 1);
  CHECK(found.outcomes[0].kind == OutcomeKind::limit);
}

TEST_CASE("nobody is notified whose time limit has come") {
  const Exploration found = explore(
      "import threading\nchange = threading.Condition()\nheard = 0\ndef work():\n    global heard\n"
      "    with change:\n        heard += change.wait(0.2)\n        change.notify()\n"
      "threads = [threading.Thread(target=work) for _ in range(2)]\nfor t in threads:\n    t.start()\n"
      "for t in threads:\n    t.join()\nprint(heard)\n",
      "test.py", {});
  CHECK(found.complete);
  CHECK_FALSE(found.fell_back);
  REQUIRE(found.outcomes.size() == 1);
  CHECK(found.outcomes[0].value == "0\n");
}

TEST_CASE("the end of a thread is another step where somebody waits for it") {
  // Main waits for the end of all threads only where it has come to its own.
  const Exploration found = explore(
      "import threading\nevent = threading.Event()\ndef work():\n    event.set()\n    print(threading.current_thread().name)\n"
      "for i in range(3):\n    threading.Thread(target=work, name=str(i)).start()\nprint('main')\n",
      "test.py", {});
  CHECK(found.complete);
  CHECK_FALSE(found.fell_back);
  CHECK(found.outcomes.size() == 24);
}

TEST_CASE("main that cannot go on behind a join has made that join before time passes") {
  const std::string start =
      "import threading\nevent = threading.Event()\npermits = threading.Semaphore(1)\nchange = threading.Condition()\n"
      "b = None\n";
  // Main and both threads want the permit; who gets it keeps it.
  const Exploration stuck = explore(
      start + "def work():\n    event.wait(0.5)\n    permits.acquire(timeout=0.3)\n"
              "threads = [threading.Thread(target=work) for _ in range(2)]\nfor t in threads:\n    t.start()\n"
              "threads[1].join()\npermits.acquire()\nfor t in threads:\n    t.join()\nprint('done')\n",
      "test.py", {});
  CHECK(stuck.complete);
  CHECK_FALSE(stuck.fell_back);
  REQUIRE(stuck.outcomes.size() == 1);
  CHECK(stuck.outcomes[0].kind == OutcomeKind::deadlock);

  // Once the others have ended nothing that main does is visible, from the join on.
  const Exploration told = explore(
      start + "def tell():\n    with change:\n        change.notify()\ndef work():\n    event.set()\n"
              "threads = [threading.Thread(target=work), threading.Thread(target=tell)]\nfor t in threads:\n"
              "    t.start()\nthreads[0].join()\nwith change:\n    b = change.wait(0.2)\nfor t in threads:\n"
              "    t.join()\nprint(b)\n",
      "test.py", {});
  CHECK(told.complete);
  CHECK_FALSE(told.fell_back);
  CHECK(told.outcomes.size() == 2);
}

TEST_CASE("an expression is observed") {
  ExploreOptions options;
  options.observe = ExploreOptions::Observe::expression;
  options.expression = "x * 10 + 1";
  const Exploration found = explore(racy(2, 1), "test.py", options);
  REQUIRE(found.outcomes.size() == 2);
  CHECK(found.outcomes[0].value == "11");
  CHECK(found.outcomes[1].value == "21");
  options.expression = "y";
  CHECK(explore(racy(2, 1), "test.py", options).outcomes.at(0).value ==
        "NameError: name 'y' is not defined");
}

TEST_CASE("arbitrary time lets sleepers wake in any order, and schedules say so") {
  const std::string source =
      "import threading, time\ndef work(name, seconds):\n    time.sleep(seconds)\n    print(name)\n"
      "a = threading.Thread(target=work, args=('a', 1))\nb = threading.Thread(target=work, args=('b', 2))\n"
      "a.start()\nb.start()\na.join()\nb.join()\n";
  CHECK(explore(source, "test.py", {}).outcomes.size() == 1);
  ExploreOptions options;
  options.arbitrary_time = true;
  const Exploration found = explore(source, "test.py", options);
  REQUIRE(found.outcomes.size() == 2);
  for (const ExploredOutcome& outcome : found.outcomes) {
    CHECK(outcome.schedule.starts_with("1a/"));
    check_witness(source, outcome);
  }
}

TEST_CASE("a search is cancelled and keeps what it found") {
  int asked = 0;
  const Exploration found =
      explore(racy(5, 4), "test.py", {}, [&](const Exploration&) { return ++asked < 3; });
  CHECK_FALSE(found.complete);
  CHECK(found.states > 0);
}
