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
