import asyncio

async def f():
    pass

async def attempt(awaitable):
    try:
        print(await awaitable)
    except Exception as error:
        print(type(error).__name__, error)

async def main():
    await attempt(asyncio.wait([]))
    c = f()
    await attempt(asyncio.wait([c]))
    await attempt(asyncio.wait(c))
    c.close()
    t = asyncio.create_task(f())
    await attempt(asyncio.wait([t], return_when="SOMETIMES"))
    await attempt(asyncio.wait(t))

asyncio.run(main())
