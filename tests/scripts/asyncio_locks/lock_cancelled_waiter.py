import asyncio

async def holder(lock):
    async with lock:
        await asyncio.sleep(0.02)

async def waiter(lock, name):
    try:
        async with lock:
            print(name, "got it")
    except asyncio.CancelledError:
        print(name, "gave up")
        raise

async def main():
    lock = asyncio.Lock()
    asyncio.create_task(holder(lock))
    await asyncio.sleep(0)
    tasks = [asyncio.create_task(waiter(lock, n)) for n in "abc"]
    await asyncio.sleep(0.01)
    tasks[0].cancel()
    await asyncio.wait(tasks)
    # Cancelled in the very turn in which the lock came free.
    await lock.acquire()
    tasks = [asyncio.create_task(waiter(lock, n)) for n in "xyz"]
    await asyncio.sleep(0)
    lock.release()
    tasks[0].cancel()
    await asyncio.wait(tasks)
    print(lock.locked())

asyncio.run(main())
