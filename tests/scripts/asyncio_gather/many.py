import asyncio

async def square(n):
    await asyncio.sleep(0)
    return n * n

async def main():
    results = await asyncio.gather(*[square(i) for i in range(1000)])
    print(sum(results), results[:5])

asyncio.run(main())
