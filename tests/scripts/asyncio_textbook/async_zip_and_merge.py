import asyncio
async def ticker(name, count, pause):
    for i in range(count):
        await asyncio.sleep(pause)
        yield f"{name}{i}"
async def azip(*sources):
    iterators = [aiter(s) for s in sources]
    while True:
        try:
            yield tuple([await anext(i) for i in iterators])
        except StopAsyncIteration:
            return
async def merge(*sources):
    queue = asyncio.Queue()
    async def feed(source):
        async for item in source:
            await queue.put(item)
        await queue.put(None)
    tasks = [asyncio.create_task(feed(s)) for s in sources]
    left = len(tasks)
    while left:
        item = await queue.get()
        if item is None:
            left -= 1
        else:
            yield item
async def main():
    print([pair async for pair in azip(ticker("a", 3, 0), ticker("b", 2, 0))])
    print([item async for item in merge(ticker("x", 3, 0), ticker("y", 2, 0))])
    print(await anext(ticker("z", 0, 0), "nothing"))
asyncio.run(main())
