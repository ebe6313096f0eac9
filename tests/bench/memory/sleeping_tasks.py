"""A million tasks of asyncio that sleep at the same time: all wake ten seconds after the beginning."""

import asyncio

TASKS = 1_000_000


async def work(end):
    await asyncio.sleep(end - asyncio.get_running_loop().time())
    return 1


async def main():
    end = asyncio.get_running_loop().time() + 10
    tasks = [asyncio.create_task(work(end)) for _ in range(TASKS)]
    total = 0
    for task in tasks:
        total += await task
    print(total)


asyncio.run(main())
