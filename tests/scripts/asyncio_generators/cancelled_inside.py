import asyncio

async def source():
    try:
        for i in range(100):
            await asyncio.sleep(0)
            yield i
    except asyncio.CancelledError:
        print("source cancelled")
        raise
    finally:
        print("source closed")

async def reader():
    async for i in source():
        print("read", i)

async def main():
    task = asyncio.create_task(reader())
    for _ in range(4):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())

asyncio.run(main())
