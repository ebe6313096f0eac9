"""Wrong: things of one loop, used in another."""
import asyncio


async def hold(lock):
    async with lock:
        await asyncio.sleep(0)


async def both(lock):
    await asyncio.gather(hold(lock), hold(lock))


async def wait_for_future(future):
    await future


lock = asyncio.Lock()
asyncio.run(both(lock))
try:
    asyncio.run(both(lock))
except RuntimeError as error:
    print(str(error).replace(hex(id(lock)), "0x..."))
loop = asyncio.new_event_loop()
future = loop.create_future()
try:
    asyncio.run(wait_for_future(future))
except RuntimeError as error:
    print(error)
queue = asyncio.Queue()


async def get():
    task = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    task.cancel()


asyncio.run(get())
try:
    asyncio.run(queue.get())
except RuntimeError as error:
    print("is bound to a different event loop" in str(error))
loop.close()
asyncio.run(wait_for_future(future))
