// The properties that every primitive with waiters keeps, whoever waits: one table, whose programs are made for
// threads with threading's primitives (sync/, over the world's parking) and for tasks with asyncio's (futures in
// queues of their own), and run in both worlds. A property that only one of the two promises says so.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "session/session.h"

using namespace lockstep;

namespace {

enum class Waiters : uint8_t { threads, tasks };
enum class Holds : uint8_t { for_both, for_tasks };

struct Property {
  const char* name;
  const char* body;                  // defines main(); $async, $await and $with are Python's words for tasks, or less
  const char* answer;                // what main() returns for each seed of its dice
  Holds holds = Holds::for_both;
};

constexpr const char* kThreads = R"(
import queue, random, time
from threading import *
from queue import Queue
dice = random.Random()
def spawn(function, *arguments):
    thread = Thread(target=function, args=arguments)
    thread.start()
    return thread
def ends(threads):
    for thread in threads:
        thread.join()
def turns(count):
    for _ in range(count):
        time.sleep(0)
def wait_briefly(primitive):
    return primitive.wait(0.01)
def take_briefly(primitive):
    return primitive.acquire(timeout=0.01)
def get_briefly(jobs):
    try:
        return jobs.get(timeout=0.01)
    except queue.Empty:
        return None
def run(seed):
    dice.seed(seed)
    return main()
)";

constexpr const char* kTasks = R"(
import asyncio, random
from asyncio import *
dice = random.Random()
def spawn(function, *arguments):
    return create_task(function(*arguments))
async def ends(tasks):
    await gather(*tasks)
async def turns(count):
    for _ in range(count):
        await sleep(0)
async def briefly(wait):
    try:
        return await wait_for(wait, 0.01)
    except TimeoutError:
        return None
async def wait_briefly(primitive):
    return await briefly(primitive.wait()) is True
async def take_briefly(primitive):
    return await briefly(primitive.acquire()) is True
async def get_briefly(jobs):
    return await briefly(jobs.get())
def run(seed):
    dice.seed(seed)
    return asyncio.run(main())
)";

constexpr const char* kEnd = R"(
print(*{str(run(seed)) for seed in range(4)})
)";

constexpr Property kProperties[] = {
    {"whatever is a mutex lets one in at a time, and everybody once", R"(
$async def main():
    answers = set()
    for mutex in Lock(), Semaphore(1), BoundedSemaphore(1), Condition():
        inside, worst, passes = 0, 0, 0
        $async def user():
            nonlocal inside, worst, passes
            for _ in range(2):
                $await turns(dice.randrange(3))
                $with mutex:
                    inside += 1
                    worst = max(worst, inside)
                    $await turns(dice.randrange(2))
                    inside -= 1
                    passes += 1
        $await ends([spawn(user) for _ in range(4)])
        answers.add((worst, passes))
    return answers.pop() if len(answers) == 1 else answers
)", "(1, 8)"},
    {"a semaphore lets in as many as it has permits", R"(
$async def main():
    semaphore = Semaphore(2)
    guard = Lock()
    inside, worst, passes = 0, 0, 0
    $async def user():
        nonlocal inside, worst, passes
        $with semaphore:
            $with guard:
                inside += 1
                worst = max(worst, inside)
            $await turns(dice.randrange(3))
            $with guard:
                inside -= 1
                passes += 1
    $await ends([spawn(user) for _ in range(5)])
    return worst <= 2, passes
)", "(True, 5)"},
    {"a condition wakes those first who waited first", R"(
$async def main():
    condition = Condition()
    came, woken = [], []
    $async def waiter(n):
        $await turns(dice.randrange(4))
        $with condition:
            came.append(n)
            $await condition.wait()
            woken.append(n)
    waiters = [spawn(waiter, n) for n in range(4)]
    while len(came) < 4:
        $await turns(1)
    for count in range(1, 5):
        $with condition:
            condition.notify()
        while len(woken) < count:
            $await turns(1)
    $await ends(waiters)
    return came == woken
)", "True"},
    {"notify(n) wakes n of them, notify_all() the rest", R"(
$async def main():
    condition = Condition()
    came = woken = 0
    $async def waiter():
        nonlocal came, woken
        $with condition:
            came += 1
            $await condition.wait()
            woken += 1
    waiters = [spawn(waiter) for _ in range(5)]
    while came < 5:
        $await turns(1)
    $with condition:
        condition.notify(2)
    while woken < 2:
        $await turns(1)
    $await turns(5)
    before = woken
    $with condition:
        condition.notify_all()
    $await ends(waiters)
    return before, woken
)", "(2, 5)"},
    {"an event wakes all who wait, and keeps nobody later", R"(
$async def main():
    event = Event()
    woken = []
    $async def waiter(n):
        $await turns(dice.randrange(6))
        woken.append($await event.wait())
    waiters = [spawn(waiter, n) for n in range(4)]
    $await turns(dice.randrange(6))
    event.set()
    $await ends(waiters)
    return woken == [True] * 4
)", "True"},
    {"each release of a semaphore lets one more in", R"(
$async def main():
    semaphore = Semaphore(0)
    entered = 0
    guard = Lock()
    $async def waiter():
        nonlocal entered
        $await semaphore.acquire()
        $with guard:
            entered += 1
    waiters = [spawn(waiter) for _ in range(4)]
    for _ in range(4):
        $await turns(dice.randrange(3))
        semaphore.release()
    $await ends(waiters)
    return entered, $await take_briefly(semaphore)
)", "(4, False)"},
    {"a lock that is given back reaches all who wait for it", R"(
$async def main():
    lock = Lock()
    served = []
    $async def user(n):
        $await lock.acquire()
        served.append(n)
        $await turns(dice.randrange(2))
        lock.release()
    $await lock.acquire()
    users = [spawn(user, n) for n in range(4)]
    $await turns(dice.randrange(6))
    lock.release()
    $await ends(users)
    return sorted(served), lock.locked()
)", "([0, 1, 2, 3], False)"},
    {"a queue hands each item to one, in the order of its producer", R"(
$async def main():
    jobs = Queue(2)
    taken = []
    $async def producer(name):
        for i in range(4):
            $await jobs.put((name, i))
            $await turns(dice.randrange(2))
    $async def consumer():
        for _ in range(4):
            item = $await jobs.get()
            taken.append(item)
            jobs.task_done()
    producers = [spawn(producer, name) for name in "ab"]
    consumers = [spawn(consumer)]
    $await ends(consumers)
    consumers = [spawn(consumer)]
    $await ends(producers + consumers)
    $await jobs.join()
    return all([i for name, i in taken if name == who] == [0, 1, 2, 3] for who in "ab"), jobs.empty()
)", "(True, True)"},
    {"a waiter whose time is over takes nobody's wake-up: conditions", R"(
$async def main():
    condition = Condition()
    came, woken = [], []
    $async def hasty():
        $with condition:
            came.append("hasty")
            woken.append($await wait_briefly(condition))
    $async def patient():
        $with condition:
            came.append("patient")
            $await condition.wait()
            woken.append("patient")
    first = spawn(hasty)
    while not came:
        $await turns(1)
    second = spawn(patient)
    $await ends([first])
    while len(came) < 2:
        $await turns(1)
    $with condition:
        condition.notify()
    $await ends([second])
    return tuple(woken)
)", "(False, 'patient')"},
    {"a waiter whose time is over takes nobody's wake-up: locks and semaphores", R"(
$async def main():
    answers = set()
    for mutex in Lock(), Semaphore(1), BoundedSemaphore(1):
        served = []
        $async def hasty():
            served.append($await take_briefly(mutex))
        $async def patient():
            $await mutex.acquire()
            served.append("patient")
        $await mutex.acquire()
        first = spawn(hasty)
        $await turns(dice.randrange(3))
        second = spawn(patient)
        $await ends([first])
        mutex.release()
        $await ends([second])
        answers.add((tuple(served), $await take_briefly(mutex)))
    return answers.pop() if len(answers) == 1 else answers
)", "((False, 'patient'), False)"},
    {"a waiter whose time is over takes nobody's wake-up: events and queues", R"(
$async def main():
    event, jobs = Event(), Queue()
    got = [$await wait_briefly(event), $await get_briefly(jobs)]
    $async def patient():
        $await event.wait()
        got.append($await jobs.get())
    waiter = spawn(patient)
    $await turns(dice.randrange(3))
    event.set()
    $await jobs.put("job")
    $await ends([waiter])
    return tuple(got), $await wait_briefly(event)
)", "((False, None, 'job'), True)"},
    {"what is woken just when its time is over loses no permit", R"(
$async def main():
    semaphore = Semaphore(0)
    got = []
    $async def hasty():
        got.append($await take_briefly(semaphore))
    waiters = [spawn(hasty) for _ in range(3)]
    $await turns(dice.randrange(5))
    semaphore.release()
    semaphore.release()
    $await ends(waiters)
    while $await take_briefly(semaphore):
        got.append(True)
    return got.count(True)
)", "2"},
    {"a barrier lets nobody go on before all have come, again and again", R"(
$async def main():
    barrier = Barrier(3)
    here = [0] * 3
    early = 0
    numbers = []
    $async def party(n):
        nonlocal early
        for round in range(1, 4):
            $await turns(dice.randrange(3))
            here[n] = round
            numbers.append($await barrier.wait())
            early += min(here) < round
    $await ends([spawn(party, n) for n in range(3)])
    return early, sorted(numbers), barrier.n_waiting
)", "(0, [0, 0, 0, 1, 1, 1, 2, 2, 2], 0)"},
    {"a broken barrier lets all go with an error, until it is reset", R"(
$async def main():
    barrier = Barrier(3)
    ended = []
    $async def party():
        try:
            $await barrier.wait()
            ended.append("passed")
        except BrokenBarrierError:
            ended.append("broken")
    parties = [spawn(party) for _ in range(2)]
    while barrier.n_waiting < 2:
        $await turns(1)
    $await abort(barrier)
    $await ends(parties)
    $await ends([spawn(party)])
    $await reset(barrier)
    $await ends([spawn(party) for _ in range(3)])
    return tuple(ended), barrier.broken
)", "(('broken', 'broken', 'broken', 'passed', 'passed', 'passed'), False)"},
    {"a bounded semaphore and a lock refuse what was never taken", R"(
$async def main():
    refused = []
    for primitive in BoundedSemaphore(1), Lock():
        try:
            primitive.release()
        except (ValueError, RuntimeError) as error:
            refused.append(type(error).__name__)
    return tuple(refused)
)", "('ValueError', 'RuntimeError')"},
    {"whoever comes first is served first: locks, semaphores and queues", R"(
async def main():
    answers = []
    for mutex in Lock(), Semaphore(1):
        came, served = [], []
        async def user(n):
            await turns(dice.randrange(5))
            came.append(n)
            async with mutex:
                served.append(n)
                await turns(dice.randrange(3))
        await ends([spawn(user, n) for n in range(5)])
        answers.append(came == served)
    jobs, came, served = Queue(), [], []
    async def consumer(n):
        await turns(dice.randrange(5))
        came.append(n)
        served.append((n, await jobs.get()))
    consumers = [spawn(consumer, n) for n in range(5)]
    await turns(6)
    for i in range(5):
        jobs.put_nowait(i)
    await ends(consumers)
    answers.append(served == list(zip(came, range(5))))
    return tuple(answers)
)", "(True, True, True)", Holds::for_tasks},
    {"a waiter that is cancelled hands on the wake-up it was given", R"(
async def main():
    answers = []
    async def cancel_when_woken(wait, wake):
        done = []
        async def user(n):
            await wait()
            done.append(n)
        first, second = spawn(user, 1), spawn(user, 2)
        await turns(2 + dice.randrange(3))
        wake()
        first.cancel()
        await turns(8)
        second.cancel()
        answers.append((first.cancelled(), done))
    for mutex in Lock(), Semaphore(1), BoundedSemaphore(1):
        await mutex.acquire()
        await cancel_when_woken(mutex.acquire, mutex.release)
    jobs = Queue()
    await cancel_when_woken(jobs.get, lambda: jobs.put_nowait("job"))
    room = Queue(1)
    room.put_nowait("first")
    await cancel_when_woken(lambda: room.put("later"), room.get_nowait)
    return set(map(str, answers))
)", "{'(True, [2])'}", Holds::for_tasks},
};

// What differs between the two but for `async`, `await` and `async with`.
constexpr const char* kThreadsBarrier = R"(
def abort(barrier):
    barrier.abort()
def reset(barrier):
    barrier.reset()
)";
constexpr const char* kTasksBarrier = R"(
async def abort(barrier):
    await barrier.abort()
async def reset(barrier):
    await barrier.reset()
)";

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

std::string program_of(const Property& property, Waiters waiters) {
  const bool tasks = waiters == Waiters::tasks;
  std::string body = property.body;
  replace_all(body, "$async def", tasks ? "async def" : "def");
  replace_all(body, "$await ", tasks ? "await " : "");
  replace_all(body, "$with", tasks ? "async with" : "with");
  return std::string(tasks ? kTasks : kThreads) + (tasks ? kTasksBarrier : kThreadsBarrier) + body + kEnd;
}

void check_run(Session& session, const Property& property, const RunOptions& options) {
  session.run(options);
  session.wait();
  std::string output;
  for (const OutputChunk& chunk : session.output()) output += chunk.text;
  const auto snapshot = session.snapshot();
  INFO(snapshot->outcome.message);
  CHECK(snapshot->outcome.kind == OutcomeKind::finished);
  CHECK(output == property.answer + std::string("\n"));
}

}  // namespace

TEST_CASE("waiters keep their primitives' promises, be they threads or tasks, in both worlds") {
  constexpr uint64_t kSeeds = 6;
  for (const Property& property : kProperties) {
    for (const Waiters waiters : {Waiters::threads, Waiters::tasks}) {
      if (waiters == Waiters::threads && property.holds == Holds::for_tasks) continue;
      CAPTURE(property.name);
      CAPTURE(waiters == Waiters::tasks);
      auto session = Session::create();
      session->load(program_of(property, waiters), "test.py");
      check_run(*session, property, {});
      // One loop in one thread runs the same way with every seed.
      const uint64_t seeds = waiters == Waiters::tasks ? 1 : kSeeds;
      for (uint64_t seed = 0; seed < seeds; seed++) {
        RunOptions options;
        options.mode = RunMode::seeded;
        options.seed = seed;
        CAPTURE(seed);
        check_run(*session, property, options);
      }
    }
  }
}
