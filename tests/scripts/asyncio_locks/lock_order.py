# lockstep: seed 3
import asyncio

async def worker(lock, name):
    print(name, "wants")
    async with lock:
        print(name, "has")
        await asyncio.sleep(0.01)
        print(name, "leaves")

async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*[worker(lock, n) for n in "abcd"])
    print(lock.locked())

asyncio.run(main())
