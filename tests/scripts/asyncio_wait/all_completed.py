import asyncio

async def after(delay, value):
    await asyncio.sleep(delay)
    return value

async def main():
    tasks = [asyncio.create_task(after(0.01 * (3 - i), i)) for i in range(3)]
    done, pending = await asyncio.wait(tasks)
    print(sorted(t.result() for t in done), pending)
    print(type(done).__name__)

asyncio.run(main())
