# lockstep: seed 1
import asyncio

async def sleeper(n):
    await asyncio.sleep(0.02)
    print(n, end=" ")

async def main():
    await asyncio.gather(*[sleeper(i) for i in range(20)])
    print()

asyncio.run(main())
