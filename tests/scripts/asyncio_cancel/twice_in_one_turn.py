import asyncio

async def worker():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("first", e.args)
        try:
            await asyncio.sleep(0)
            print("slept")
        except asyncio.CancelledError as e:
            print("second", e.args)
        raise

async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0)
    task.cancel("a")
    task.cancel("b")
    try:
        await task
    except asyncio.CancelledError as e:
        print("end", e.args)

asyncio.run(main())
