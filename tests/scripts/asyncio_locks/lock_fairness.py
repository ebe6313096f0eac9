import asyncio

async def greedy(lock):
    for i in range(3):
        async with lock:
            print("greedy", i)
            await asyncio.sleep(0)

async def modest(lock):
    await asyncio.sleep(0)
    async with lock:
        print("modest")

async def main():
    lock = asyncio.Lock()
    await asyncio.gather(greedy(lock), modest(lock), modest(lock))

asyncio.run(main())
