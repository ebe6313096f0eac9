# lockstep: mask 0x[0-9a-f]+
import asyncio

lock = asyncio.Lock()

async def contend():
    await lock.acquire()
    task = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    lock.release()
    await task
    lock.release()

asyncio.run(contend())

async def again():
    await lock.acquire()
    try:
        await lock.acquire()
    except RuntimeError as error:
        print(error)

asyncio.run(again())
