import asyncio

async def stage(source, target, function):
    while True:
        item = await source.get()
        if item is None:
            await target.put(None)
            return
        await target.put(function(item))

async def main():
    a, b, c = asyncio.Queue(1), asyncio.Queue(1), asyncio.Queue()
    tasks = [asyncio.create_task(stage(a, b, lambda x: x + 1)), asyncio.create_task(stage(b, c, lambda x: x * x))]
    for i in range(5):
        await a.put(i)
    await a.put(None)
    await asyncio.gather(*tasks)
    results = []
    while not c.empty():
        results.append(c.get_nowait())
    print(results)

asyncio.run(main())
