import asyncio

async def after(delay, value):
    await asyncio.sleep(delay)
    print("done", value)
    return value

async def main():
    print(await asyncio.gather(after(0.3, "a"), after(0.1, "b"), after(0.2, "c")))
    print(await asyncio.gather())
    coro = after(0, "same")
    task = asyncio.create_task(after(0, "t"))
    print(await asyncio.gather(task, coro, task))

asyncio.run(main())
