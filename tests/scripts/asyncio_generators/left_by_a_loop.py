import asyncio

async def agen(n):
    try:
        for i in range(5):
            yield i
            await asyncio.sleep(0)
    finally:
        print("cleanup", n)

async def main():
    async for x in agen("a"):
        if x == 2:
            break
    print("after break")
    await asyncio.sleep(0)
    print("1")
    await asyncio.sleep(0)
    print("2")
    await asyncio.sleep(0)
    t = asyncio.create_task(asyncio.sleep(0))
    print(t.get_name())
    await t
    async for x in agen("b"):
        return x

async def f():
    async for x in agen("c"):
        raise ValueError(x)

async def g():
    try:
        await f()
    except ValueError as e:
        print("caught", e)
    await asyncio.sleep(0.01)
    print("end")

print(asyncio.run(main()))
asyncio.run(g())
