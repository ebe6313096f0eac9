"""asyncio.Semaphore: never more inside than permits, none lost, a cancelled waiter passes its permit on."""

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
    permits = rng.randrange(1, 4)
    semaphore = asyncio.BoundedSemaphore(permits) if rng.random() < 0.5 else asyncio.Semaphore(permits)
    inside = set()

    async def user(n, before, during):
        await turns(before)
        await semaphore.acquire()
        try:
            inside.add(n)
            check(len(inside) <= permits, inside)
            log.append(("in", n, semaphore._value))
            await turns(during)
        finally:
            inside.discard(n)
            semaphore.release()
            log.append(("out", n, semaphore._value))

    tasks = [asyncio.create_task(user(n, rng.randrange(4), rng.randrange(3))) for n in range(rng.randrange(2, 10))]
    await end_of(tasks, rng, log, 0.4)
    check(semaphore._value == permits and not semaphore._waiters, semaphore)


explore(scenario)
