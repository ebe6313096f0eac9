import asyncio

async def worker():
    try:
        await asyncio.sleep(10)
    finally:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("cancelled again while cleaning up")
            raise
        finally:
            print("last")

async def main():
    task = asyncio.create_task(worker())
    for _ in range(3):
        await asyncio.sleep(0)
        task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())

asyncio.run(main())
