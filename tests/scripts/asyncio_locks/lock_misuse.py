# lockstep: mask 0x[0-9a-f]+
import asyncio

async def main():
    lock = asyncio.Lock()
    print(lock)
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    print(await lock.acquire(), lock.locked())
    waiter = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    print(lock)
    waiter.cancel()
    try:
        await waiter
    except asyncio.CancelledError:
        print("cancelled")
    print(lock)
    lock.release()
    try:
        with lock:
            pass
    except TypeError as error:
        print(error)

asyncio.run(main())
