import asyncio

async def runner(barrier, i):
    await asyncio.sleep(0.1 * i)
    print("at the barrier", i)
    await barrier.wait()
    print("past it")

async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(*[runner(barrier, i) for i in range(3)])

asyncio.run(main())
