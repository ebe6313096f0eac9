import asyncio

async def after(delay, value):
    await asyncio.sleep(delay)
    if value == "bad":
        raise ValueError(value)
    return value

async def main():
    tasks = [asyncio.create_task(after(0.1, "a")), asyncio.create_task(after(0.3, "bad")),
             asyncio.create_task(after(0.8, "c"))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), tasks[1].exception())
    done, pending = await asyncio.wait(pending)
    print([t.result() for t in done])

asyncio.run(main())
