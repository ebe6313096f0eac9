#include <doctest/doctest.h>

#include <set>
#include <string>

#include "session/explore.h"
#include "session/session.h"

using namespace lockstep;

namespace {

constexpr const char* kOneThread = R"(
import asyncio
balance = 0
async def deposit(amount):
    global balance
    seen = balance
    await asyncio.sleep(0)
    balance = seen + amount
async def main():
    await asyncio.gather(*[deposit(10) for _ in range(5)])
    print(balance)
asyncio.run(main())
)";

constexpr const char* kLoopAndThread = R"(
import asyncio, threading
order = []
async def main():
    loop = asyncio.get_running_loop()
    done = asyncio.Event()
    def other():
        loop.call_soon_threadsafe(order.append, "thread")
        loop.call_soon_threadsafe(done.set)
    thread = threading.Thread(target=other)
    thread.start()
    await asyncio.sleep(0)
    order.append("task")
    await done.wait()
    thread.join()
asyncio.run(main())
print(order)
)";

constexpr const char* kForEver = R"(
import asyncio
async def waiter(event):
    await event.wait()
async def main():
    task = asyncio.create_task(waiter(asyncio.Event()), name="waiter")
    await task
asyncio.run(main())
)";

std::set<std::string> values_of(const Exploration& exploration) {
  std::set<std::string> values;
  for (const ExploredOutcome& outcome : exploration.outcomes) values.insert(outcome.value);
  return values;
}

}  // namespace

TEST_CASE("a loop in one thread has a single outcome") {
  const Exploration exploration = explore(kOneThread, "test.py", {});
  CHECK(exploration.complete);
  CHECK(values_of(exploration) == std::set<std::string>{"10\n"});
  CHECK(exploration.executions == 1);
}

TEST_CASE("what another thread puts onto a loop comes at any time") {
  const Exploration exploration = explore(kLoopAndThread, "test.py", {});
  CHECK(exploration.complete);
  CHECK(values_of(exploration) ==
        std::set<std::string>{"['task', 'thread']\n", "['thread', 'task']\n"});
}

TEST_CASE("a loop that waits for ever is a deadlock, and says where its tasks are") {
  for (const bool is_seeded : {false, true}) {
    RunOptions options;
    if (is_seeded) options.mode = RunMode::seeded;
    auto session = Session::create();
    REQUIRE(session->load(kForEver, "test.py").empty());
    session->run(options);
    session->wait();
    const auto snapshot = session->snapshot();
    CHECK(snapshot->outcome.kind == OutcomeKind::deadlock);
    CHECK(snapshot->outcome.message ==
          "MainThread waits for something to do in its event loop\n"
          "task Task-1 waits at line 7 of main, for task waiter\n"
          "task waiter waits at line 4 of waiter, for Event.wait\n");
  }
}

namespace {

constexpr const char* kTasksToLookAt = R"(
import asyncio
async def sleeper(seconds):
    await asyncio.sleep(seconds)
    return seconds
async def waiter(started):
    await started.wait()
async def main():
    started = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.call_later(5, started.set)
    tasks = [asyncio.create_task(sleeper(n), name=f"sleeper {n}") for n in (2, 1)]
    waiting = asyncio.create_task(waiter(started))
    await tasks[0]
    started.set()
    await waiting
asyncio.run(main())
)";

// Goes forward until the next step is this one, and gives the moment before it.
std::shared_ptr<const Snapshot> step_until(Session& session, const std::string& words) {
  for (int i = 0; i < 200; i++) {
    const auto snapshot = session.snapshot();
    REQUIRE(snapshot->moment != nullptr);
    if (snapshot->moment->ended) break;
    for (const ThreadView& thread : snapshot->threads) {
      if (thread.next == words) return snapshot;
    }
    session.step({StepCommand::Kind::forward});
    session.wait();
  }
  FAIL("never comes: " << words);
  return nullptr;
}

std::string words_of(const std::vector<LoopEntryView>& entries) {
  std::string words;
  for (const LoopEntryView& entry : entries) words += (words.empty() ? "" : "; ") + entry.words;
  return words;
}

}  // namespace

TEST_CASE("a stepped run shows its loop: what is ready, the timers, and where each task is") {
  auto session = Session::create();
  REQUIRE(session->load(kTasksToLookAt, "test.py").empty());
  RunOptions options;
  options.mode = RunMode::step;
  session->run(options);
  session->wait();

  auto snapshot = step_until(*session, "begin sleeper 2");
  REQUIRE(snapshot->moment->loops.size() == 1);
  LoopView loop = snapshot->moment->loops[0];
  CHECK(words_of(loop.ready) == "begin sleeper 2; begin sleeper 1; begin Task-4");
  CHECK(words_of(loop.timers) == "call started.set");
  CHECK(loop.timers[0].when == 5);
  REQUIRE(loop.tasks.size() == 4);
  CHECK(loop.tasks[0].name == "Task-1");
  CHECK(loop.tasks[0].status == AsyncTaskStatus::waiting);
  CHECK(loop.tasks[0].waiting_for == "the end of sleeper 2");
  CHECK(loop.tasks[0].function == "main");
  CHECK(loop.tasks[0].line == 14);
  CHECK(loop.tasks[1].status == AsyncTaskStatus::ready);
  CHECK(loop.ready[0].task == loop.tasks[1].id);
  CHECK_FALSE(loop.waits);

  snapshot = step_until(*session, "wake sleeper 1");
  loop = snapshot->moment->loops[0];
  CHECK(snapshot->moment->clock == 1);
  CHECK(words_of(loop.timers) == "wake sleeper 2; call started.set");
  CHECK(loop.tasks[1].status == AsyncTaskStatus::sleeping);
  CHECK(loop.tasks[1].waiting_for == "sleep until 2 s");
  CHECK(loop.tasks[1].line == 4);
  REQUIRE(loop.tasks[1].frames.size() == 1);
  REQUIRE(loop.tasks[1].frames[0].variables.size() == 1);
  CHECK(loop.tasks[1].frames[0].variables[0].value == "2");
  CHECK(loop.tasks[3].status == AsyncTaskStatus::waiting);
  CHECK(loop.tasks[3].waiting_for == "started.wait");

  snapshot = step_until(*session, "go on with Task-4");
  CHECK(snapshot->moment->loops[0].tasks.size() == 2);

  const std::vector<TaskRow> rows = session->task_timeline();
  REQUIRE(rows.size() == 4);
  CHECK(rows[1].name == "sleeper 2");
  CHECK(rows[1].ended);
  CHECK(rows[1].outcome == "result");
  for (const TaskRow& row : rows) {
    for (size_t i = 1; i < row.spans.size(); i++) CHECK(row.spans[i - 1].end == row.spans[i].begin);
  }

  // Going back shows the same again, and adds nothing to what is known of the tasks.
  session->step({StepCommand::Kind::go_to, StepCommand::Reach::operation, 0, 0});
  session->wait();
  snapshot = session->snapshot();
  REQUIRE(snapshot->moment->loops.size() == 1);
  CHECK(snapshot->threads[0].next == "begin Task-1");
  CHECK(words_of(snapshot->moment->loops[0].ready) == "begin Task-1");
  snapshot = step_until(*session, "begin sleeper 2");
  CHECK(words_of(snapshot->moment->loops[0].ready) ==
        "begin sleeper 2; begin sleeper 1; begin Task-4");
  CHECK(session->task_timeline().size() == 4);
  session->step({StepCommand::Kind::finish});
  session->wait();
  CHECK(session->snapshot()->outcome.kind == OutcomeKind::finished);
  CHECK(session->snapshot()->moment->loops.empty());
}

TEST_CASE("a free run tells what each task did") {
  auto session = Session::create();
  REQUIRE(session->load(kOneThread, "test.py").empty());
  session->run({});
  session->wait();
  const std::vector<TaskRow> rows = session->task_timeline();
  REQUIRE(rows.size() == 6);     // those that tidy up at the end are no business of a learner
  for (const TaskRow& row : rows) {
    CHECK(row.ended);
    CHECK(row.outcome == "result");
    CHECK_FALSE(row.spans.empty());
  }
  CHECK(rows[0].name == "Task-1");
}
