import asyncio

async def waiter(condition, name):
    async with condition:
        try:
            await condition.wait()
        except asyncio.CancelledError:
            print(name, "cancelled, has the lock:", condition.locked())
            raise
        print(name, "notified")

async def main():
    lock = asyncio.Lock()
    condition = asyncio.Condition(lock)
    tasks = [asyncio.create_task(waiter(condition, n)) for n in "ab"]
    await asyncio.sleep(0)
    await lock.acquire()
    tasks[0].cancel()
    await asyncio.sleep(0)
    print("main holds", lock.locked())
    condition.notify_all()
    lock.release()
    await asyncio.wait(tasks)
    print(lock.locked())

asyncio.run(main())
