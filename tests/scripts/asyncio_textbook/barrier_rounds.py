"""Tasks that go from round to round together."""
import asyncio


async def walker(n, barrier, log):
    for round_ in range(3):
        for _ in range(n):
            await asyncio.sleep(0)
        log.append(f"{n} reaches {round_}")
        place = await barrier.wait()
        if place == 0:
            log.append(f"-- round {round_} is over")


async def main():
    barrier = asyncio.Barrier(3)
    log = []
    await asyncio.gather(*[walker(n, barrier, log) for n in range(3)])
    print(*log, sep="\n")
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    task = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    print(barrier.n_waiting)
    await barrier.abort()
    try:
        await task
    except asyncio.BrokenBarrierError as error:
        print(repr(error), barrier.broken)
    await barrier.reset()
    async with asyncio.timeout(5):
        print(sorted(await asyncio.gather(*[barrier.wait() for _ in range(3)])))


asyncio.run(main())
