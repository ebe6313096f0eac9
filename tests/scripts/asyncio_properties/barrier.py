"""asyncio.Barrier: all or none go on; the places are 0 to parties - 1, each once."""

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
    parties = rng.randrange(1, 5)
    barrier = asyncio.Barrier(parties)
    rounds = rng.randrange(1, 4)
    reached = [0] * parties

    async def walker(n):
        places = []
        for round_ in range(rounds):
            await turns(rng.randrange(4))
            reached[n] = round_ + 1
            places.append(await barrier.wait())
            check(min(reached) >= round_ + 1, reached)
            log.append((n, round_, places[-1]))
        return places

    results = await asyncio.gather(*[walker(n) for n in range(parties)])
    for round_ in range(rounds):
        check(sorted(places[round_] for places in results) == list(range(parties)), results)
    check(barrier.n_waiting == 0 and not barrier.broken, barrier)
    # One that waits is cancelled: the others go on when another comes in its place.
    if parties > 1:
        waiting = [asyncio.create_task(barrier.wait()) for _ in range(parties - 1)]
        await turns(2)
        check(barrier.n_waiting == parties - 1, barrier)
        victim = rng.choice(waiting)
        victim.cancel()
        await turns(3)
        check(barrier.n_waiting == parties - 2, barrier)
        waiting += [asyncio.create_task(barrier.wait()) for _ in range(2)]
        log.append([r if isinstance(r, int) else "cancelled" for r in await asyncio.gather(*waiting, return_exceptions=True)])
        waiting = [asyncio.create_task(barrier.wait()) for _ in range(parties - 1)]
        await turns(1)
        await (barrier.abort() if rng.random() < 0.5 else barrier.reset())
        log.append([type(r).__name__ for r in await asyncio.gather(*waiting, return_exceptions=True)])
        log.append(barrier.broken)


explore(scenario)
