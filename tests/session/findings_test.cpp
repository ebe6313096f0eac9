#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "session/explore.h"
#include "session/session.h"
#include "session/random_programs.h"

using namespace lockstep;

namespace {

using Kind = Finding::Kind;

std::vector<Finding> findings_of(const std::string& source, uint64_t seed, RunMode mode = RunMode::seeded) {
  const auto session = Session::create();
  REQUIRE(session->load(source, "test.py").empty());
  RunOptions options;
  options.mode = mode;
  options.seed = seed;
  options.findings = FindingsOf::every_run;
  options.limits.steps = 200'000;
  session->run(options);
  session->wait();
  return *session->snapshot()->findings;
}

std::vector<Finding> all_findings(const std::string& source) {
  std::vector<Finding> all;
  for (uint64_t seed = 1; seed <= 12; ++seed) {
    for (Finding& finding : findings_of(source, seed)) all.push_back(std::move(finding));
  }
  return all;
}

std::string text_of(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    text += std::string(label_of(finding.kind)) + ": " + finding.message + "\n";
  }
  return text;
}

const Finding* find(const std::vector<Finding>& findings, Kind kind) {
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [kind](const Finding& finding) { return finding.kind == kind; });
  return found == findings.end() ? nullptr : &*found;
}

std::set<int> lines_of(const Finding& finding) {
  std::set<int> lines;
  for (const Finding::Place& place : finding.places) lines.insert(place.line);
  return lines;
}

// The head of every program here, two lines, and its end: each function named is a thread's.
std::string program(const std::string& body, const std::vector<std::string>& threads) {
  // With asyncio, exploring takes another way.
  std::string source = "import threading, time, queue, concurrent.futures as cf";
  if (body.find("asyncio") != std::string::npos) source += ", asyncio";
  source += "\nlock = threading.Lock()\n" + body;
  for (const std::string& name : threads) {
    source += "_" + name + " = threading.Thread(target=" + name + ", name='" + name + "')\n";
  }
  for (const std::string& name : threads) source += "_" + name + ".start()\n";
  for (const std::string& name : threads) source += "_" + name + ".join()\n";
  return source;
}

// With this fault, and without.
struct Pair {
  const char* what;
  Kind kind;
  std::set<int> lines;                       // that the finding names
  std::vector<std::string> threads;
  const char* faulty;
  const char* sound;
};

const Pair kPairs[] = {
    {"a shared counter", Kind::race, {5}, {"a", "b"},
     "x = 0\ndef a():\n  global x; x += 1\nb = a\n",
     "x = 0\ndef a():\n  global x\n  with lock: x += 1\nb = a\n"},
    {"a lock on one side only", Kind::race, {6, 8}, {"a", "b"},
     "x = 0\ndef a():\n  global x\n  with lock: x = 1\ndef b():\n  print(x)\n",
     "x = 0\ndef a():\n  global x\n  with lock: x = 1\ndef b():\n  with lock: print(x)\n"},
    {"another lock than the other's", Kind::race, {6}, {"a", "b"},
     "x = 0\nlocks = {}\ndef a(mine=None):\n  global x; x += 1\ndef b(): a()\n",
     "x = 0\nlocks = {}\ndef a(mine=None):\n  global x\n  with lock: x += 1\ndef b(): a()\n"},
    {"an attribute", Kind::race, {7}, {"a", "b"},
     "class Thing: pass\nthing = Thing()\nthing.count = 0\ndef a(): pass\n"
     "def a(): thing.count += 1\nb = a\n",
     "class Thing: pass\nthing = Thing()\nthing.count = 0\ndef a(): pass\n"
     "def a():\n  with lock: thing.count += 1\nb = a\n"},
    {"one item of a list, and another one", Kind::race, {5}, {"a", "b"},
     "row = [0, 0]\ndef a(i=0):\n  row[i] += 1\ndef b(): a(0)\n",
     "row = [0, 0]\ndef a(i=0):\n  row[i] += 1\ndef b(): a(1)\n"},
    {"one key of a dict, and another one", Kind::race, {5}, {"a", "b"},
     "d = {(0, 'a'): 0, (1, 'a'): 0}\ndef a(i=0):\n  d[i, 'a'] += 1\ndef b(): a(0)\n",
     "d = {(0, 'a'): 0, (1, 'a'): 0}\ndef a(i=0):\n  d[i, 'a'] += 1\ndef b(): a(1)\n"},
    {"a closure's variable", Kind::race, {6}, {"a", "b"},
     "def make():\n  x = 0\n  def step():\n    nonlocal x; x += 1\n  return step\na = b = make()\n",
     "def make():\n  x = 0\n  def step():\n    nonlocal x\n    with lock: x += 1\n  return step\na = b = make()\n"},
    {"an event set before, and too early", Kind::race, {6, 9}, {"a", "b"},
     "e = threading.Event()\ndef a():\n  global x\n  e.set(); x = 1\n"
     "def b():\n  e.wait()\n  time.sleep(1); print(x)\n",
     "e = threading.Event()\ndef a():\n  global x\n  x = 1; e.set()\n"
     "def b():\n  e.wait()\n  time.sleep(1); print(x)\n"},
    {"an item of a queue", Kind::race, {6, 9}, {"a", "b"},
     "q = queue.Queue()\ndef a():\n  global x\n  q.put(1); x = 1\n"
     "def b():\n  q.get()\n  time.sleep(1); print(x)\n",
     "q = queue.Queue()\ndef a():\n  global x\n  x = 1; q.put(1)\n"
     "def b():\n  q.get()\n  time.sleep(1); print(x)\n"},
    {"a semaphore", Kind::race, {6, 9}, {"a", "b"},
     "s = threading.Semaphore(0)\ndef a():\n  global x\n  s.release(); x = 1\n"
     "def b():\n  s.acquire()\n  time.sleep(1); print(x)\n",
     "s = threading.Semaphore(0)\ndef a():\n  global x\n  x = 1; s.release()\n"
     "def b():\n  s.acquire()\n  time.sleep(1); print(x)\n"},
    {"a condition", Kind::race, {8, 12}, {"a", "b"},
     "c = threading.Condition()\nready = False\ndef a():\n  global x, ready\n"
     "  with c: ready = True; c.notify()\n  time.sleep(0); x = 1\ndef b():\n  with c:\n    while not ready: c.wait()\n"
     "  time.sleep(1); print(x)\n",
     "c = threading.Condition()\nready = False\ndef a():\n  global x, ready\n"
     "  x = 1\n  with c: ready = True; c.notify()\ndef b():\n  with c:\n    while not ready: c.wait()\n"
     "  time.sleep(1); print(x)\n"},
    {"a barrier", Kind::race, {5, 8}, {"a", "b"},
     "g = threading.Barrier(2)\ndef a():\n  global x; g.wait(); x = 1\n\ndef b():\n  g.wait(); print(globals() and 0, x)\nx = 0\n",
     "g = threading.Barrier(2)\ndef a():\n  global x; x = 1; g.wait()\n\ndef b():\n  g.wait(); print(globals() and 0, x)\nx = 0\n"},
    {"a result of a pool", Kind::race, {6, 9}, {},
     "x = 0\ndef work():\n  global x\n  x = 1\nwith cf.ThreadPoolExecutor() as pool:\n  future = pool.submit(work)\n  print(x)\n  future.result()\n",
     "x = 0\ndef work():\n  global x\n  x = 1\nwith cf.ThreadPoolExecutor() as pool:\n  future = pool.submit(work)\n  future.result()\n  print(x)\n"},
    {"a callback of a future", Kind::race, {5, 10}, {},
     "x = 0\ndef done(future):\n  print(x)\nwith cf.ThreadPoolExecutor() as pool:\n  future = pool.submit(time.sleep, 1)\n"
     "  future.add_done_callback(done)\n  time.sleep(1)\n  x = 1\n",
     "x = 0\ndef done(future):\n  print(x)\nwith cf.ThreadPoolExecutor() as pool:\n  future = pool.submit(time.sleep, 1)\n"
     "  x = 1\n  future.add_done_callback(done)\n  time.sleep(1)\n"},
    {"what an event loop was given from outside", Kind::race, {7, 11}, {},
     "async def main():\n  global loop\n  loop = asyncio.get_running_loop(); ready.set()\n  await asyncio.sleep(5)\n"
     "def see(): print(x)\nx = 0\nready = threading.Event()\ndef a(): asyncio.run(main())\n"
     "_t = threading.Thread(target=a); _t.start(); ready.wait(); loop.call_soon_threadsafe(see); x = 1; _t.join()\n",
     "async def main():\n  global loop\n  loop = asyncio.get_running_loop(); ready.set()\n  await asyncio.sleep(5)\n"
     "def see(): print(x)\nx = 0\nready = threading.Event()\ndef a(): asyncio.run(main())\n"
     "_t = threading.Thread(target=a); _t.start(); ready.wait(); x = 1; loop.call_soon_threadsafe(see); _t.join()\n"},
    {"start and join", Kind::race, {5, 8}, {},
     "x = 0\ndef a():\n  global x; x = 1\nt = threading.Thread(target=a)\nt.start()\nprint(x)\nt.join()\n",
     "x = 0\ndef a():\n  global x; x = 1\nt = threading.Thread(target=a)\nt.start()\nt.join()\nprint(x)\n"},

    {"two locks in two orders", Kind::deadlock, {7, 12}, {"a", "b"},
     "more = threading.Lock()\ndef a():\n  with lock:\n    time.sleep(1)\n    with more: pass\ndef b():\n  with more:\n    time.sleep(1)\n\n    with lock: pass\n",
     "more = threading.Lock()\ndef a():\n  with lock:\n    time.sleep(1)\n    with more: pass\ndef b():\n  with lock:\n    time.sleep(1)\n\n    with more: pass\n"},
    {"while a third one goes on", Kind::partial_deadlock, {7, 12}, {"a", "b", "c"},
     "more = threading.Lock()\ndef a():\n  with lock:\n    time.sleep(1)\n    with more: pass\ndef b():\n  with more:\n    time.sleep(1)\n\n    with lock: pass\ndef c(): time.sleep(9)\n",
     "more = threading.Lock()\ndef a():\n  with lock:\n    time.sleep(1)\n    more.acquire(timeout=2)\ndef b():\n  with more:\n    time.sleep(1)\n\n    lock.acquire(timeout=2)\ndef c(): time.sleep(9)\n"},
    {"a join inside a lock", Kind::partial_deadlock, {6, 10}, {"a", "b"},
     "import sys\ndef a():\n  time.sleep(1)\n  with lock: pass\ndef b():\n  t = threading.Thread(target=a); t.start()\n  with lock:\n    t.join()\n"
     "threading.Thread(target=time.sleep, args=(9,)).start()\n",
     "import sys\ndef a():\n  time.sleep(1)\n  with lock: pass\ndef b():\n  t = threading.Thread(target=a); t.start()\n  t.join()\n  with lock:\n    pass\n"
     "threading.Thread(target=time.sleep, args=(9,)).start()\n"},

    {"a lock that a third one gives back", Kind::partial_deadlock, {7}, {"b"},
     "door = threading.RLock()\ndef a():\n  time.sleep(1)\n\n  with door: pass\ndef b():\n  s = threading.Thread(target=time.sleep, args=(9,)); s.start()\n"
     "  t = threading.Thread(target=a); t.start()\n  with door: t.join()\n",
     "def a():\n  lock.acquire()\ndef c():\n  time.sleep(1); lock.release()\ndef b():\n  lock.acquire()\n"
     "  t = threading.Thread(target=a); t.start()\n  s = threading.Thread(target=c); s.start()\n  t.join(); s.join()\n"},

    {"both orders, one after the other in time", Kind::lock_order, {6, 11}, {"a", "b"},
     "more = threading.Lock()\ndef a():\n  with lock:\n    with more: pass\ndef b():\n  time.sleep(1)\n  with more:\n\n    with lock: pass\n",
     "more = threading.Lock()\ndef a():\n  with lock:\n    with more: pass\ndef b():\n  time.sleep(1)\n  with lock:\n\n    with more: pass\n"},
    {"behind a gate", Kind::lock_order, {7, 12}, {"a", "b"},
     "more, gate = threading.Lock(), threading.Lock()\ndef a():\n  with gate: pass\n  with lock:\n    with more: pass\ndef b():\n  time.sleep(1)\n  with more:\n\n    with lock: pass\n",
     "more, gate = threading.Lock(), threading.Lock()\ndef a():\n  with gate:\n   with lock:\n    with more: pass\ndef b():\n  time.sleep(1)\n  with gate:\n   with more:\n    with lock: pass\n"},
    {"one after the other for good", Kind::lock_order, {5, 7}, {},
     "more = threading.Lock()\ndef a():\n  with lock, more: pass\ndef b():\n  with more, lock: pass\n"
     "s = threading.Thread(target=a); s.start()\ntime.sleep(1)\nt = threading.Thread(target=b); t.start()\nt.join(); s.join()\n",
     "more = threading.Lock()\ndef a():\n  with lock, more: pass\ndef b():\n  with more, lock: pass\n"
     "s = threading.Thread(target=a); s.start()\ns.join()\nt = threading.Thread(target=b); t.start()\nt.join(); s.join()\n"},
    {"a try that gives up", Kind::lock_order, {6, 10}, {"a", "b"},
     "more = threading.Lock()\ndef a():\n  with lock:\n    with more: pass\ndef b():\n  time.sleep(1)\n  with more:\n    lock.acquire()\n    lock.release()\n",
     "more = threading.Lock()\ndef a():\n  with lock:\n    with more: pass\ndef b():\n  time.sleep(1)\n  with more:\n    if lock.acquire(blocking=False):\n      lock.release()\n"},
    {"philosophers", Kind::lock_order, {7}, {},
     "forks = [threading.Lock() for _ in range(3)]\ndef eat(i):\n  time.sleep(i)\n  with forks[i]:\n    with forks[(i + 1) % 3]: pass\n"
     "people = [threading.Thread(target=eat, args=(i,)) for i in range(3)]\nfor p in people: p.start()\nfor p in people: p.join()\n",
     "forks = [threading.Lock() for _ in range(3)]\ndef eat(i):\n  time.sleep(i)\n  a, b = sorted([i, (i + 1) % 3])\n  with forks[a]:\n    with forks[b]: pass\n"
     "people = [threading.Thread(target=eat, args=(i,)) for i in range(3)]\nfor p in people: p.start()\nfor p in people: p.join()\n"},

    {"a notify before the wait", Kind::lost_wakeup, {6, 9}, {"a", "b"},
     "c = threading.Condition()\ndef a():\n  with c:\n    c.notify()\ndef b():\n  time.sleep(1)\n  with c: c.wait()\n",
     "c = threading.Condition()\ndef a():\n  with c:\n    c.notify()\ndef b():\n  with c: c.wait(timeout=3)\n"},
    {"a look outside of the lock", Kind::lost_wakeup, {7, 12}, {"a", "b"},
     "c = threading.Condition()\nready = False\ndef a():\n  global ready\n  with c: c.notify()\n  ready = True\ndef b():\n  if not ready:\n    time.sleep(1)\n    with c: c.wait()\n",
     "c = threading.Condition()\nready = False\ndef a():\n  global ready\n  with c: ready = True; c.notify()\n\ndef b():\n  with c:\n    while not ready: c.wait()\n"},
    {"a notify nobody needs, then a wait for something else", Kind::lost_wakeup, {6, 9}, {"a", "b"},
     "c = threading.Condition()\ndef a():\n  with c:\n    c.notify()\ndef b():\n  time.sleep(1)\n  with c: c.wait()\n",
     "c = threading.Condition()\nready = False\ndef a():\n  with c:\n    c.notify()\ndef b():\n  time.sleep(1)\n  with c:\n    while not ready: c.wait()\ndef never():\n  global ready; ready = True\n"},
    {"an event that was cleared too soon", Kind::lost_wakeup, {5, 8}, {"a", "b"},
     "e = threading.Event()\ndef a():\n  e.set(); e.clear()\ndef b():\n  time.sleep(1)\n  e.wait()\n",
     "e = threading.Event()\ndef a():\n  e.set()\ndef b():\n  time.sleep(1)\n  e.wait()\n"},

    {"an if around a wait", Kind::wait_not_in_loop, {8}, {"b", "a"},
     "c = threading.Condition()\nready = False\ndef b():\n  with c:\n    if not ready:\n      c.wait()\ndef a():\n  global ready\n  time.sleep(1)\n  with c: ready = True; c.notify()\n",
     "c = threading.Condition()\nready = False\ndef b():\n  with c:\n    while not ready:\n      c.wait()\ndef a():\n  global ready\n  time.sleep(1)\n  with c: ready = True; c.notify()\n"},
    {"wait_for", Kind::wait_not_in_loop, {8}, {"b", "a"},
     "c = threading.Condition()\nready = False\ndef b():\n  with c:\n    if not ready:\n      c.wait()\ndef a():\n  global ready\n  time.sleep(1)\n  with c: ready = True; c.notify()\n",
     "c = threading.Condition()\nready = False\ndef b():\n  with c:\n    if not ready:\n      c.wait_for(lambda: ready)\ndef a():\n  global ready\n  time.sleep(1)\n  with c: ready = True; c.notify()\n"},

    {"a lock that nobody holds", Kind::over_release, {5}, {"a"},
     "def a():\n  try:\n    lock.release()\n  except RuntimeError: pass\n",
     "def a():\n  lock.acquire()\n  lock.release()\n"},
    {"a lock of another one's", Kind::over_release, {8}, {"a"},
     "mine = threading.RLock()\ndef a():\n  def b():\n\n    try:\n      mine.release()\n    except RuntimeError: pass\n  with mine:\n    t = threading.Thread(target=b); t.start(); t.join()\n",
     "mine = threading.Lock()\ndef a():\n  def b():\n\n    try:\n      mine.release()\n    except RuntimeError: pass\n  mine.acquire()\n  t = threading.Thread(target=b); t.start(); t.join()\n"},
    {"a permit too many", Kind::over_release, {5}, {"a"},
     "s = threading.Semaphore(2)\ndef a():\n  s.release()\n",
     "s = threading.Semaphore(2)\ndef a():\n  s.acquire(); s.release()\n"},
    {"a signal is no permit too many", Kind::over_release, {5}, {"a"},
     "s = threading.BoundedSemaphore(2)\ndef a():\n  try: s.release()\n  except ValueError: pass\n",
     "s = threading.Semaphore(0)\ndef a():\n  s.release()\n  s.acquire()\n"},

    {"a thread nobody waits for", Kind::never_joined, {5}, {},
     "def a(): time.sleep(1)\nt = threading.Thread(target=a)\nt.start()\n",
     "def a(): time.sleep(1)\nt = threading.Thread(target=a)\nt.start()\nt.join()\n"},
    {"a daemon", Kind::never_joined, {5}, {},
     "def a(): time.sleep(1)\nt = threading.Thread(target=a)\nt.start()\n",
     "def a(): time.sleep(1)\nt = threading.Thread(target=a, daemon=True)\nt.start()\n"},
    {"a thread that says when it is done", Kind::never_joined, {6}, {},
     "e = threading.Event()\ndef a(): e.set()\nt = threading.Thread(target=a)\nt.start()\n",
     "e = threading.Event()\ndef a(): e.set()\nt = threading.Thread(target=a)\nt.start()\ne.wait()\n"},
    {"a timer", Kind::never_joined, {5}, {},
     "def a(): pass\nt = threading.Thread(target=a)\nt.start()\n",
     "def a(): pass\nt = threading.Timer(1, a)\nt.start()\n"},

    {"a task whose failure nobody sees", Kind::never_retrieved, {4}, {},
     "with cf.ThreadPoolExecutor() as pool:\n  pool.submit(lambda: 1 / 0)\n",
     "with cf.ThreadPoolExecutor() as pool:\n  print(repr(pool.submit(lambda: 1 / 0).exception()))\n"},
    {"a task of asyncio whose failure nobody sees", Kind::never_retrieved, {}, {},
     "async def f(): 1 / 0\nasync def main():\n  t = asyncio.create_task(f()); await asyncio.sleep(1)\nasyncio.run(main())\n",
     "async def f(): 1 / 0\nasync def main():\n  t = asyncio.create_task(f()); await asyncio.wait([t]); t.exception()\nasyncio.run(main())\n"},
    {"a coroutine nobody awaits", Kind::never_awaited, {5}, {},
     "async def f(): pass\nasync def main():\n  f()\nasyncio.run(main())\n",
     "async def f(): pass\nasync def main():\n  await f()\nasyncio.run(main())\n"},

    {"a lock that is kept", Kind::lock_held_at_end, {4}, {"a"},
     "def a():\n  lock.acquire()\n",
     "def a():\n  lock.acquire()\n  lock.release()\n"},
    {"a lock that is kept after an error", Kind::lock_held_at_end, {4}, {"a"},
     "def a():\n  lock.acquire()\n  try: 1 / 0\n  except ZeroDivisionError: return\n  lock.release()\n",
     "def a():\n  with lock:\n   try: 1 / 0\n   except ZeroDivisionError: return\n"},
    {"a lock as a signal", Kind::lock_held_at_end, {4}, {"a", "b"},
     "def a():\n  lock.acquire()\ndef b(): pass\n",
     "def a():\n  lock.acquire()\n  time.sleep(2)\n  lock.acquire()\ndef b():\n  time.sleep(1)\n  lock.release()\n  time.sleep(2)\n"},
};

}  // namespace

TEST_CASE("each detector finds its fault, with the lines concerned, and nothing in a program without it") {
  for (const Pair& pair : kPairs) {
    CAPTURE(pair.what);
    const auto faulty = all_findings(program(pair.faulty, pair.threads));
    CAPTURE(text_of(faulty));
    const Finding* found = find(faulty, pair.kind);
    CHECK(found != nullptr);
    if (found != nullptr) {
      std::string lines;
      for (const int line : lines_of(*found)) lines += std::to_string(line) + " ";
      CAPTURE(lines);
      const std::set<int> all = lines_of(*found);
      CHECK(std::includes(all.begin(), all.end(), pair.lines.begin(), pair.lines.end()));
      CHECK(!found->message.empty());
    }
    const auto sound = all_findings(program(pair.sound, pair.threads));
    CHECK_MESSAGE(find(sound, pair.kind) == nullptr, pair.what << "\n" << text_of(sound));
  }
}

TEST_CASE("a race is told in the learner's words") {
  const auto findings = findings_of(program("counter = 0\ndef a():\n  global counter\n  counter = 1\ndef b():\n  print(counter)\n",
                                            {"a", "b"}), 3);
  REQUIRE(findings.size() == 1);
  const Finding& race = findings[0];
  CHECK(race.object == "counter");
  REQUIRE(race.places.size() == 2);
  CHECK(race.places[0].does != race.places[1].does);
  CHECK(race.message.starts_with("Two threads reach counter with nothing that orders them: line "));
}

TEST_CASE("whatever a run shows as a race, two threads can come to at once under some schedule") {
  // What the search over all states says of programs that it has exhausted. That one sleeps orders nothing.
  int compared = 0, races = 0;
  for (uint64_t seed = 1; seed <= 40; ++seed) {
    const std::string source = random_threaded_program(seed);
    ExploreOptions options;
    options.max_executions = 2000;
    options.look_at_witnesses = false;
    options.arbitrary_time = true;
    const Exploration explored = explore(source, "test.py", options);
    if (!explored.complete) continue;
    std::set<std::set<int>> known;
    for (const Finding& finding : explored.findings) {
      if (finding.kind == Kind::race) known.insert(lines_of(finding));
    }
    ++compared;
    for (uint64_t run = 1; run <= 6; ++run) {
      for (const Finding& finding : findings_of(source, run)) {
        if (finding.kind != Kind::race) continue;
        ++races;
        CHECK_MESSAGE(known.contains(lines_of(finding)), source << "\n" << finding.message);
      }
    }
  }
  CHECK(compared >= 15);
  CHECK(races >= 15);
}

TEST_CASE("going back and another way gives what going there at once gives") {
  const std::string source = program(
      "x = 0\ny = 0\ndef a():\n  global x, y\n  x = 1\n  with lock: y = 1\ndef b():\n  global x, y\n  x = 2\n  with lock: y = 2\n",
      {"a", "b"});
  const auto session = Session::create();
  REQUIRE(session->load(source, "test.py").empty());
  RunOptions options;
  options.mode = RunMode::step;
  session->run(options);
  StepCommand finish;
  finish.kind = StepCommand::Kind::finish;
  session->step(finish);
  session->wait();
  const auto end = session->snapshot();
  REQUIRE(end->findings->size() == 1);
  const uint64_t step = end->findings->front().step;
  CHECK(step > 0);
  CHECK(step <= end->moment->length);

  StepCommand go;
  go.kind = StepCommand::Kind::go_to;
  go.step = step - 1;
  session->step(go);
  session->wait();
  CHECK(session->snapshot()->findings->empty());
  go.step = step;
  session->step(go);
  session->wait();
  CHECK(session->snapshot()->findings->size() == 1);

  // Back to where both can go, and with the other thread first.
  go.step = 0;
  session->step(go);
  session->wait();
  for (int turn = 0; turn < 200; ++turn) {
    const auto now = session->snapshot();
    StepCommand next;
    next.kind = StepCommand::Kind::forward;
    for (const uint32_t wanted : {1u, 0u, 2u}) {
      for (const ThreadView& thread : now->threads) {
        if (!thread.can_step || thread.id != wanted) continue;
        next = {StepCommand::Kind::thread, StepCommand::Reach::operation, thread.id, 0};
      }
    }
    if (next.kind == StepCommand::Kind::forward) break;
    session->step(next);
    session->wait();
  }
  const auto other = session->snapshot();
  CHECK(other->moment->ended);
  REQUIRE(other->findings->size() == 1);
  CHECK(other->findings->front().places[0].thread == "b");
  CHECK(end->findings->front().places[0].thread == "a");
}

TEST_CASE("a partial deadlock is known at the very step that closes the circle") {
  const std::string source = program(
      "more = threading.Lock()\ndef a():\n  with lock:\n    time.sleep(1)\n    with more: pass\n"
      "def b():\n  with more:\n    time.sleep(1)\n    with lock: pass\ndef c():\n  time.sleep(2)\n  print(1)\n",
      {"a", "b", "c"});
  const auto session = Session::create();
  REQUIRE(session->load(source, "test.py").empty());
  RunOptions options;
  options.mode = RunMode::step;
  session->run(options);
  session->wait();
  bool known = false;
  for (int turn = 0; turn < 200 && !session->snapshot()->moment->ended; ++turn) {
    StepCommand forward;
    session->step(forward);
    session->wait();
    const auto now = session->snapshot();
    int stuck = 0;
    for (const ThreadView& thread : now->threads) {
      stuck += thread.status == ThreadStatus::waiting && thread.waiting_for.find("held by") != std::string::npos;
    }
    const bool is_told = find(*now->findings, Kind::partial_deadlock) != nullptr;
    if (!now->moment->ended) CHECK(is_told == (stuck == 2));
    known = known || is_told;
  }
  CHECK(known);
}

TEST_CASE("exploring brings together what its witnesses show, and drops circles that nobody gets stuck in") {
  const Exploration found = explore(program("more = threading.Lock()\ndef a():\n  with lock:\n    with more: pass\n"
                                            "def b():\n  with more:\n    with lock: pass\n", {"a", "b"}), "test.py", {});
  CHECK(find(found.findings, Kind::deadlock) != nullptr);
  CHECK(find(found.findings, Kind::lock_order) != nullptr);
  // Three at a table for two: a monitor instead of a gate, which a single run cannot know of.
  const Exploration guarded = explore(program(
      "more = threading.Lock()\nturn = threading.Condition()\ninside = 0\n"
      "def enter():\n  global inside\n  with turn:\n    while inside == 1: turn.wait()\n    inside += 1\n"
      "def leave():\n  global inside\n  with turn:\n    inside -= 1\n    turn.notify()\n"
      "def a():\n  enter()\n  with lock:\n    with more: pass\n  leave()\n"
      "def b():\n  enter()\n  with more:\n    with lock: pass\n  leave()\n", {"a", "b"}), "test.py", {});
  REQUIRE(guarded.complete);
  CHECK(find(guarded.findings, Kind::lock_order) == nullptr);
}

TEST_CASE("what looks after itself is no data that races") {
  // Thread-local data; a library object; a property with a lock inside; a list with operators of its own.
  const char* const sound[] = {
      "mine = threading.local()\ndef a():\n  mine.x = 1\n  print(mine.x)\nb = a\n",
      "import random\ndef a(): random.random()\nb = a\n",
      "class Safe:\n  _x = 0\n  def _get(self):\n    with lock: return self._x\n  def _set(self, x):\n    with lock: self._x = x\n"
      "  x = property(_get, _set)\nsafe = Safe()\ndef a(): safe.x = safe.x + 1\nb = a\n",
      "class Row(list):\n  def __setitem__(self, i, x):\n    with lock: super().__setitem__(i, x)\n"
      "row = Row([0])\ndef a(): row[0] = 1\nb = a\n",
      "import collections\nline = collections.deque()\nclass Thing: pass\ndef a():\n  t = Thing(); t.x = 1; line.append(t)\n"
      "def b():\n  while line:\n    print(line.popleft().x)\n",
  };
  for (const char* body : sound) {
    CAPTURE(body);
    const std::string source = program(body, {"a", "b"});
    const Exploration explored = explore(source, "test.py", {});
    CHECK_MESSAGE(find(explored.findings, Kind::race) == nullptr, text_of(explored.findings));
    const auto findings = all_findings(source);
    CHECK_MESSAGE(find(findings, Kind::race) == nullptr, text_of(findings));
  }
}

TEST_CASE("a free run tells what its events suffice for") {
  const auto findings = findings_of(program("more = threading.Lock()\ndef a():\n  with lock:\n    with more: pass\n"
                                            "def b():\n  time.sleep(0.05)\n  with more:\n    with lock: pass\n"
                                            "def c():\n  lock.acquire(); lock.release()\n", {"a", "b", "c"}),
                                    0, RunMode::free);
  CHECK(find(findings, Kind::lock_order) != nullptr);
  CHECK(find(findings, Kind::lock_held_at_end) == nullptr);
}
