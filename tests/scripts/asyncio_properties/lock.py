"""asyncio.Lock: mutual exclusion, first come first served, a cancelled waiter passes the wake-up on."""

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
    lock = asyncio.Lock()
    inside = []
    arrived = []
    served = []

    async def user(n, before, during):
        await turns(before)
        arrived.append(n)
        async with lock:
            served.append(n)
            inside.append(n)
            check(inside == [n], inside)
            log.append(("in", n))
            try:
                await turns(during)
            finally:
                inside.remove(n)
                log.append(("out", n))

    tasks = [asyncio.create_task(user(n, rng.randrange(4), rng.randrange(3))) for n in range(rng.randrange(2, 9))]
    whole = await end_of(tasks, rng, log, 0.4)
    check(not lock.locked() and not lock._waiters, lock)
    check(set(whole) <= set(served))
    # Nobody overtakes: those served came in the order in which they arrived.
    check(served == [n for n in arrived if n in served], arrived, served)


explore(scenario)
