"""asyncio's queues: every item comes out once, in order; a cancelled getter or putter passes its wake-up on."""

import asyncio
import random


async def turns(count):
    for _ in range(count):
        await asyncio.sleep(0)


def check(condition, *what):
    if not condition:
        raise AssertionError(what)


async def attempt(seed, scenario):
    """Runs a scenario with tasks that are cancelled at random; nobody may be left waiting."""
    log = []
    async with asyncio.timeout(20):
        await scenario(random.Random(seed), log)
    return log


async def end_of(tasks, rng, log, share):
    """Cancels some of the tasks at random moments, then waits for all."""
    for n, task in enumerate(tasks):
        if rng.random() < share:
            await turns(rng.randrange(4))
            log.append(("cancel", n, task.cancel()))
    results = await asyncio.gather(*tasks, return_exceptions=True)
    for n, result in enumerate(results):
        if isinstance(result, BaseException) and not isinstance(result, asyncio.CancelledError):
            raise result
    return [n for n, result in enumerate(results) if not isinstance(result, BaseException)]


def digest(text):
    value = 0
    for character in text:
        value = (value * 31 + ord(character)) % 1_000_000_007
    return value


def explore(scenario, seeds=25):
    print(scenario.__name__)
    for seed in range(seeds):
        log = asyncio.run(attempt(seed, scenario))
        # The whole trace of events, which python3 gives as well.
        print(seed, len(log), digest(repr(log)))


def scenario_of(make, in_order):
    async def scenario(rng, log):
        maxsize = rng.randrange(4)
        queue = make(maxsize)
        put = []
        got = []

        async def putter(n, count):
            for i in range(count):
                await turns(rng.randrange(2))
                item = (n, i)
                await queue.put(item)
                check(not maxsize or queue.qsize() <= maxsize, queue)
                put.append(item)
                log.append(("put", item))

        async def getter(n, count):
            for i in range(count):
                await turns(rng.randrange(2))
                item = await queue.get()
                got.append(item)
                queue.task_done()
                log.append(("got", n, item))

        putters = [asyncio.create_task(putter(n, rng.randrange(1, 5))) for n in range(rng.randrange(1, 4))]
        getters = [asyncio.create_task(getter(n, rng.randrange(1, 5))) for n in range(rng.randrange(1, 4))]
        for n, task in enumerate(putters + getters):
            if rng.random() < 0.3:
                await turns(rng.randrange(4))
                log.append(("cancel", n, task.cancel()))
        # Whoever is left over is helped from outside.
        for _ in range(200):
            if all(task.done() for task in putters + getters):
                break
            await turns(3)
            if any(not task.done() for task in putters) and queue.full():
                got.append(queue.get_nowait())
                queue.task_done()
            elif any(not task.done() for task in getters) and queue.empty() and all(task.done() for task in putters):
                queue.put_nowait((9, 9))
                put.append((9, 9))
        check(all(task.done() for task in putters + getters), putters, getters)
        for task in putters + getters:
            check(task.cancelled() or task.exception() is None, task)
        while not queue.empty():
            got.append(queue.get_nowait())
            queue.task_done()
        await queue.join()
        check(sorted(put) == sorted(got), put, got)
        if in_order:
            check(put == got, put, got)

    scenario.__name__ = make.__name__
    return scenario


class Own(asyncio.Queue):
    """What a class of the script may change."""

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.popleft()


explore(scenario_of(asyncio.Queue, False))
explore(scenario_of(asyncio.LifoQueue, False), 10)
explore(scenario_of(asyncio.PriorityQueue, False), 10)
explore(scenario_of(Own, False), 10)
