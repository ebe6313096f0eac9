"""Three stages, joined by queues."""
import asyncio


async def stage(name, source, sink, function):
    while True:
        item = await source.get()
        if item is None:
            await sink.put(None)
            print(name, "done")
            return
        await sink.put(function(item))


async def main():
    a, b, c = (asyncio.Queue(maxsize=n) for n in (1, 2, 0))
    async with asyncio.TaskGroup() as group:
        group.create_task(stage("double", a, b, lambda n: n * 2))
        group.create_task(stage("text", b, c, str))
        for n in range(5):
            await a.put(n)
        await a.put(None)
    print([c.get_nowait() for _ in range(c.qsize())])


asyncio.run(main())
