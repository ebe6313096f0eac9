# lockstep: seed 3
import asyncio

async def leaf(n):
    await asyncio.sleep(0)
    print("leaf", n)
    return n

async def branch(a, b):
    return await asyncio.gather(leaf(a), leaf(b))

async def main():
    print(await asyncio.gather(branch(1, 2), branch(3, 4), asyncio.gather(leaf(5), leaf(6))))

asyncio.run(main())
