"""Five philosophers; the order of the forks keeps them from starving."""
import asyncio


async def philosopher(n, forks, log):
    first, second = sorted((n, (n + 1) % len(forks)))
    for meal in range(2):
        async with forks[first]:
            await asyncio.sleep(0)
            async with forks[second]:
                log.append((n, meal))
                await asyncio.sleep(0)


async def main():
    forks = [asyncio.Lock() for _ in range(5)]
    log = []
    await asyncio.gather(*[philosopher(n, forks, log) for n in range(5)])
    print(log)


asyncio.run(main())
