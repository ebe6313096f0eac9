import asyncio

async def main():
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = kind()
        for x in (3, 1, 2):
            await queue.put(x)
        print(kind.__name__, [await queue.get() for _ in range(3)], queue.empty())
    queue = asyncio.PriorityQueue()
    for entry in ((2, "low"), (1, "high"), (2, "also low")):
        queue.put_nowait(entry)
    while not queue.empty():
        print(queue.get_nowait())

asyncio.run(main())
