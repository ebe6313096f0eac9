"""asyncio: 500,000 items through a bounded Queue."""

import asyncio

ITEMS = 500_000


async def producer(queue):
    for i in range(ITEMS):
        await queue.put(i)


async def consumer(queue):
    total = 0
    for _ in range(ITEMS):
        total += await queue.get()
    return total


async def main():
    queue = asyncio.Queue(10)
    _, total = await asyncio.gather(producer(queue), consumer(queue))
    print(total)


asyncio.run(main())
