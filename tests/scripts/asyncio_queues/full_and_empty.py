import asyncio

async def main():
    queue = asyncio.Queue(1)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    queue.put_nowait("x")
    print(queue.full(), queue.qsize(), queue.maxsize)
    try:
        queue.put_nowait("y")
    except asyncio.QueueFull as error:
        print(repr(error))
    print(queue)
    try:
        await asyncio.wait_for(queue.put("z"), 0.01)
    except TimeoutError:
        print("timeout", queue.qsize())
    print(await queue.get())
    try:
        await asyncio.wait_for(queue.get(), 0.01)
    except TimeoutError:
        print("timeout", queue)

asyncio.run(main())
