"""asyncio.Event: set() wakes all who wait at that moment, clear() or not; nobody else."""

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


async def scenario(rng, log):
    event = asyncio.Event()
    waiting = set()

    async def waiter(n, before):
        await turns(before)
        waiting.add(n)
        try:
            log.append((n, await event.wait()))
        finally:
            waiting.discard(n)

    async def setter():
        for _ in range(4):
            await turns(rng.randrange(1, 3))
            here = set(waiting)
            event.set()
            log.append(("set", sorted(here)))
            if rng.random() < 0.7:
                event.clear()
            await turns(2)
            check(not here & waiting, here, waiting)
        event.set()

    tasks = [asyncio.create_task(waiter(n, rng.randrange(6))) for n in range(rng.randrange(2, 8))]
    tasks.append(asyncio.create_task(setter()))
    whole = await end_of(tasks[:-1], rng, log, 0.3)
    await tasks[-1]
    check(not event._waiters and event.is_set(), event)


explore(scenario)
