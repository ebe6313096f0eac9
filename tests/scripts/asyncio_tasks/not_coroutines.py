import asyncio

async def f():
    pass

def g():
    yield

async def attempt(make):
    try:
        print(make())
    except BaseException as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])

async def main():
    for value in (5, f, g, None):
        await attempt(lambda: asyncio.create_task(value))
    await attempt(lambda: asyncio.ensure_future(5))
    await attempt(lambda: asyncio.ensure_future([1]))
    print(asyncio.iscoroutine(5), asyncio.iscoroutinefunction(f), asyncio.iscoroutinefunction(g))
    c = f()
    print(asyncio.iscoroutine(c), asyncio.isfuture(c))
    await c

asyncio.run(main())
for value in (5, f, None):
    try:
        asyncio.run(value)
    except ValueError as error:
        print(str(error).split(" at 0x")[0])
