"""One producer, three consumers; a sentinel for each of them ends it."""
import asyncio

DONE = object()


async def produce(queue, count, consumers):
    for n in range(count):
        await queue.put(n)
        print("put", n, "size", queue.qsize())
    for _ in range(consumers):
        await queue.put(DONE)


async def consume(name, queue, found):
    while (item := await queue.get()) is not DONE:
        await asyncio.sleep(0)
        found.append((name, item))
        print(name, "has", item)
    print(name, "ends")


async def main():
    queue = asyncio.Queue(maxsize=2)
    found = []
    await asyncio.gather(produce(queue, 8, 3), *[consume(name, queue, found) for name in "abc"])
    print(sorted(item for _, item in found))
    print(queue, queue.empty())


asyncio.run(main())
