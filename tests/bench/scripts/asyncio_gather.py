"""asyncio: creating and gathering 100,000 tasks."""

import asyncio


async def work(n):
    return n


async def main():
    tasks = [asyncio.create_task(work(n)) for n in range(100_000)]
    print(sum(await asyncio.gather(*tasks)))


asyncio.run(main())
