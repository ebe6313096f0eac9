import asyncio

lock = asyncio.Lock()

async def bar():
    await asyncio.sleep(0.01)

async def foo(i):
    async with lock:
        print("enter", i)
        await bar()
        print("leave", i)

async def main():
    await asyncio.gather(*[foo(i) for i in range(3)])

asyncio.run(main())
