import asyncio

semaphore = asyncio.Semaphore(2)

async def foo(i: int):
    async with semaphore:
        print(f"coro [{i}] ACCESS")
        await asyncio.sleep(0.02)

async def main():
    await asyncio.gather(*[foo(i) for i in range(8)])

asyncio.run(main())
