"""asyncio: a million turns of sleep(0) over 100 tasks."""

import asyncio


async def turns(n):
    for _ in range(n):
        await asyncio.sleep(0)
    return n


async def main():
    print(sum(await asyncio.gather(*[turns(10_000) for _ in range(100)])))


asyncio.run(main())
