import asyncio

async def stops():
    yield 1
    raise StopAsyncIteration("by hand")

async def stops2():
    yield 1
    raise StopIteration("by hand")

async def slow():
    await asyncio.sleep(0)
    yield 1

async def attempt(awaitable):
    try:
        print(await awaitable)
    except BaseException as error:
        print(type(error).__name__, error, repr(error.__cause__))

async def main():
    for make in (stops, stops2):
        g = make()
        await attempt(g.__anext__())
        await attempt(g.__anext__())
    g = slow()
    await attempt(g.asend(1))
    g = slow()
    step = g.__anext__()
    await attempt(step)
    await attempt(step)
    close = g.aclose()
    await attempt(close)
    await attempt(close)
    g = slow()
    first = asyncio.create_task(one(g))
    await asyncio.sleep(0)
    await attempt(g.__anext__())
    await attempt(g.aclose())
    await first

async def one(g):
    await attempt(g.__anext__())

asyncio.run(main())
