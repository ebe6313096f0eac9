"""asyncio.Condition: a notification reaches somebody who waits, also when another is cancelled meanwhile."""

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
    condition = asyncio.Condition()
    items = []
    taken = []
    inside = []

    async def taker(n, before):
        await turns(before)
        async with condition:
            while not items:
                await condition.wait()
                check(condition.locked())
            inside.append(n)
            check(inside == [n], inside)
            taken.append(items.pop(0))
            log.append(("take", n, taken[-1]))
            try:
                await turns(rng.randrange(2))
            finally:
                inside.remove(n)

    async def giver(count):
        for item in range(count):
            await turns(rng.randrange(3))
            async with condition:
                items.append(item)
                log.append(("give", item))
                # To all: a waiter that is cancelled after its notify(1) takes that with it, as in CPython 3.11.
                condition.notify_all()

    takers = [asyncio.create_task(taker(n, rng.randrange(4))) for n in range(rng.randrange(2, 8))]
    give = asyncio.create_task(giver(len(takers)))
    whole = await end_of(takers, rng, log, 0.3)
    await give
    check(not condition.locked() and not condition._waiters, condition)
    check(taken + items == list(range(len(takers))), taken, items)
    check(len(taken) >= len(whole))


explore(scenario)
