import asyncio

async def getter(queue, name):
    try:
        print(name, await queue.get())
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise

async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(queue, n)) for n in "abc"]
    await asyncio.sleep(0)
    print(str(queue))
    queue.put_nowait(1)
    tasks[0].cancel()
    queue.put_nowait(2)
    await asyncio.wait(tasks)
    print(queue)

asyncio.run(main())
