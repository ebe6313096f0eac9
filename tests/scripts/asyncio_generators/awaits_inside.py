# lockstep: seed 3
import asyncio

async def ticks(name, n):
    print(name, "begins")
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield f"{name}{i}"
    finally:
        await asyncio.sleep(0)
        print(name, "ends")

async def show(name, n):
    async for tick in ticks(name, n):
        print(tick)

async def main():
    await asyncio.gather(show("a", 3), show("b", 2))

asyncio.run(main())
