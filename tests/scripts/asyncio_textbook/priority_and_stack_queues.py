"""PriorityQueue and LifoQueue."""
import asyncio


async def main():
    queue = asyncio.PriorityQueue()
    for job in ((3, "sweep"), (1, "alarm"), (2, "mail")):
        await queue.put(job)
    print([await queue.get() for _ in range(queue.qsize())])
    stack = asyncio.LifoQueue(maxsize=2)
    stack.put_nowait("a")
    stack.put_nowait("b")
    try:
        stack.put_nowait("c")
    except asyncio.QueueFull as error:
        print(repr(error), stack.full())
    putter = asyncio.create_task(stack.put("c"))
    await asyncio.sleep(0)
    print(stack)
    print([await stack.get() for _ in range(3)], putter.done())
    try:
        stack.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    getters = [asyncio.create_task(queue.get()) for _ in range(2)]
    await asyncio.sleep(0)
    getters[0].cancel()
    queue.put_nowait(1)
    print(await asyncio.gather(*getters, return_exceptions=True))


asyncio.run(main())
