# lockstep: seed 3
import asyncio

async def after(delay, value):
    await asyncio.sleep(delay)
    return value

async def main():
    tasks = {asyncio.create_task(after(0.15 * i, i)) for i in range(1, 4)}
    while tasks:
        done, tasks = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        print([t.result() for t in done], len(tasks))

asyncio.run(main())
