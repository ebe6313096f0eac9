#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "session/session.h"

using namespace lockstep;

namespace {

const PrimitiveView* find(const std::vector<PrimitiveView>& all, const std::string& name) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const PrimitiveView& each) { return each.name == name; });
  return found == all.end() ? nullptr : &*found;
}

// Looks until what is seen fits.
template <class Fits>
std::vector<PrimitiveView> look_until(Session& session, Fits fits) {
  for (;;) {
    session.look();
    const auto snapshot = session.snapshot();
    if (snapshot->primitives != nullptr && fits(*snapshot->primitives)) return *snapshot->primitives;
    REQUIRE(snapshot->running);
  }
}

}  // namespace

TEST_CASE("locks and queues of a free run are seen while all its threads wait") {
  auto session = Session::create();
  session->load(R"(
import queue, threading
door = threading.Lock()
jobs = queue.Queue(maxsize=2)
go = threading.Event()
def keep():
    with door:
        jobs.put(("paint", 1))
        jobs.put([2.5, None])
        go.wait()
def want():
    with door:
        pass
a = threading.Thread(target=keep, name="ada")
a.start()
while not jobs.full(): pass
b = threading.Thread(target=want, name="bob")
b.start()
import time
time.sleep(3600)
)", "test.py");
  session->run({});
  CHECK(session->snapshot()->primitives == nullptr);
  const auto seen = look_until(*session, [](const auto& all) {
    const PrimitiveView* door = find(all, "door");
    const PrimitiveView* go = find(all, "go");
    return door != nullptr && !door->waiters.empty() && go != nullptr && !go->waiters.empty();
  });
  CHECK(find(seen, "door")->state == "held by ada");
  CHECK(find(seen, "door")->owner == 1);
  CHECK(find(seen, "door")->waiters == std::vector<uint32_t>{2});
  CHECK(find(seen, "jobs")->items == std::vector<std::string>{"('paint', 1)", "[2.5, None]"});
  CHECK(find(seen, "go")->state == "not set");
  session->stop();
  session->wait();
}

TEST_CASE("locks of a free run are seen while a thread is busy") {
  auto session = Session::create();
  session->load(R"(
import threading
door = threading.RLock()
with door:
    with door:
        while True: pass
)", "test.py");
  session->run({});
  const auto seen = look_until(*session, [](const auto& all) {
    const PrimitiveView* door = find(all, "door");
    return door != nullptr && door->state == "held by MainThread, 2 times";
  });
  CHECK(find(seen, "door")->kind == "RLock");
  session->stop();
  session->wait();
  session->look();
  CHECK(session->snapshot()->primitives != nullptr);
}

TEST_CASE("a free run's deadlock shows who holds what, whether somebody looked before or not") {
  auto session = Session::create();
  session->load(R"(
import threading
pen, ink = threading.Lock(), threading.Lock()
meet = threading.Barrier(2)
def write(first, second):
    with first:
        meet.wait()
        with second:
            pass
a = threading.Thread(target=write, args=(pen, ink), name="ada")
b = threading.Thread(target=write, args=(ink, pen), name="bob")
a.start(); b.start()
)", "test.py");
  session->run({});
  session->wait();
  const auto snapshot = session->snapshot();
  CHECK(snapshot->outcome.kind == OutcomeKind::deadlock);
  REQUIRE(snapshot->primitives != nullptr);
  CHECK(find(*snapshot->primitives, "pen")->owner == 1);
  CHECK(find(*snapshot->primitives, "pen")->waiters == std::vector<uint32_t>{2});
  CHECK(find(*snapshot->primitives, "ink")->owner == 2);
  CHECK(find(*snapshot->primitives, "ink")->waiters == std::vector<uint32_t>{1});
  session->look();
  CHECK(find(*session->snapshot()->primitives, "ink")->waiters == std::vector<uint32_t>{1});
}

TEST_CASE("looking all the time changes nothing of what a free run does") {
  auto session = Session::create();
  session->load(R"(
import threading, queue
jobs = queue.Queue(3)
lock = threading.Lock()
done = 0
def work():
    global done
    while True:
        item = jobs.get()
        if item is None:
            return
        with lock:
            done += item
threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads: t.start()
for i in range(2000): jobs.put(1)
for t in threads: jobs.put(None)
for t in threads: t.join()
print(done)
)", "test.py");
  for (int round = 0; round < 3; round++) {
    session->run({});
    while (session->snapshot()->running) session->look();
    CHECK(session->snapshot()->outcome.kind == OutcomeKind::finished);
    std::string output;
    for (const OutputChunk& chunk : session->output()) output += chunk.text;
    CHECK(output == "2000\n");
  }
}

namespace {

// Looks until the only event loop there is fits.
template <class Fits>
LoopView look_at_loop(Session& session, Fits fits) {
  for (;;) {
    session.look();
    const auto snapshot = session.snapshot();
    if (snapshot->loops != nullptr && snapshot->loops->size() == 1 && fits(snapshot->loops->front())) {
      return snapshot->loops->front();
    }
    REQUIRE(snapshot->running);
  }
}

}  // namespace

TEST_CASE("the event loop of a free run is seen while it waits for its timers") {
  auto session = Session::create();
  session->load(R"(
import asyncio
async def nap(seconds):
    await asyncio.sleep(seconds)
async def main():
    asyncio.get_running_loop().call_later(5000, print, "late")
    async with asyncio.TaskGroup() as group:
        group.create_task(nap(7200), name="long")
        group.create_task(nap(3600), name="short")
asyncio.run(main())
)", "test.py");
  session->run({});
  CHECK(session->snapshot()->loops == nullptr);
  const LoopView loop = look_at_loop(*session, [](const LoopView& seen) { return seen.waits; });
  CHECK(loop.runs);
  CHECK(loop.thread == 0);
  CHECK(loop.ready.empty());
  REQUIRE(loop.timers.size() == 3);
  CHECK(loop.timers[0].words == "wake short");
  CHECK(loop.timers[1].words == "call print");
  CHECK(loop.timers[2].words == "wake long");
  CHECK(loop.timers[0].when > 3600);
  CHECK(loop.timers[0].when < 5000);
  REQUIRE(loop.tasks.size() == 3);
  CHECK(loop.tasks[1].name == "long");
  CHECK(loop.tasks[1].line == 4);
  CHECK(loop.tasks[1].function == "nap");
  session->stop();
  session->wait();
  session->look();
  REQUIRE(session->snapshot()->loops->size() == 1);
  CHECK(session->snapshot()->loops->front().timers.size() == 3);   // what was left
}

TEST_CASE("the ready queue of a free run is seen while a task is busy") {
  auto session = Session::create();
  session->load(R"(
import asyncio
async def child():
    pass
async def main():
    a = asyncio.create_task(child(), name="ada")
    await asyncio.sleep(0)
    b = asyncio.create_task(child(), name="bob")
    asyncio.get_running_loop().call_soon(print, "soon")
    while True: pass
asyncio.run(main())
)", "test.py");
  session->run({});
  const LoopView loop = look_at_loop(*session, [](const LoopView& seen) { return seen.ready.size() == 2; });
  CHECK(loop.ready[0].words == "begin bob");
  CHECK(loop.ready[1].words == "call print");
  CHECK(loop.timers.empty());
  REQUIRE(loop.tasks.size() == 2);
  CHECK(loop.tasks[0].status == AsyncTaskStatus::running);
  CHECK(loop.tasks[0].line == 10);
  session->stop();
  session->wait();
}

TEST_CASE("what an open loop has left is seen when a free run is over") {
  auto session = Session::create();
  session->load(R"(
import asyncio
async def nap():
    await asyncio.sleep(3600)
async def waits(event):
    await event.wait()
loop = asyncio.new_event_loop()
event = asyncio.Event()
tasks = [loop.create_task(nap()), loop.create_task(waits(event))]
loop.run_until_complete(asyncio.sleep(0))
loop.call_soon(print, "never")
print("over")
)", "test.py");
  session->run({});
  session->wait();
  session->look();
  const auto snapshot = session->snapshot();
  REQUIRE(snapshot->loops != nullptr);
  REQUIRE(snapshot->loops->size() == 1);
  const LoopView& loop = snapshot->loops->front();
  CHECK(!loop.runs);
  REQUIRE(loop.ready.size() == 1);
  CHECK(loop.ready[0].words == "call print");
  REQUIRE(loop.timers.size() == 1);
  CHECK(loop.timers[0].words == "wake Task-1");
  REQUIRE(loop.tasks.size() == 2);
  CHECK(loop.tasks[1].waiting_for == "event.wait");
}

TEST_CASE("a loop that was closed has left nothing") {
  auto session = Session::create();
  session->load("import asyncio\nasync def main():\n    asyncio.create_task(asyncio.sleep(9))\nasyncio.run(main())\n",
                "test.py");
  session->run({});
  session->wait();
  session->look();
  REQUIRE(session->snapshot()->loops != nullptr);
  CHECK(session->snapshot()->loops->empty());
}

TEST_CASE("looking all the time changes nothing of what a free run's tasks do") {
  auto session = Session::create();
  session->load(R"(
import asyncio
async def work(queue, answers):
    while (item := await queue.get()) is not None:
        answers.append(item)
        await asyncio.sleep(0)
async def main():
    queue, answers = asyncio.Queue(5), []
    async with asyncio.TaskGroup() as group:
        for _ in range(3):
            group.create_task(work(queue, answers))
        for i in range(2000):
            await queue.put(i)
        for _ in range(3):
            await queue.put(None)
    print(len(answers), answers == sorted(answers))
asyncio.run(main())
)", "test.py");
  for (int round = 0; round < 3; round++) {
    session->run({});
    while (session->snapshot()->running) session->look();
    std::string output;
    for (const OutputChunk& chunk : session->output()) output += chunk.text;
    CHECK(output == "2000 True\n");
  }
}
