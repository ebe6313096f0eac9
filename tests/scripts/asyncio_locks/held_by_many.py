import asyncio

async def philosopher(name, left, right, log):
    async with left:
        await asyncio.sleep(0)
        async with right:
            log.append(name)
            await asyncio.sleep(0)

async def main():
    forks = [asyncio.Lock() for _ in range(4)]
    log = []
    await asyncio.gather(*[philosopher(i, forks[min(i, (i + 1) % 4)], forks[max(i, (i + 1) % 4)], log)
                           for i in range(4)])
    print(log, [f.locked() for f in forks])

asyncio.run(main())
