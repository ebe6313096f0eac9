"""asyncio: ten tasks take turns with a Lock, 200,000 times in all."""

import asyncio

counter = 0


async def worker(lock, n):
    global counter
    for _ in range(n):
        async with lock:
            counter += 1
            await asyncio.sleep(0)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*[worker(lock, 20_000) for _ in range(10)])
    print(counter)


asyncio.run(main())
