import asyncio

async def main():
    loop = asyncio.get_running_loop()
    lock, event, semaphore, condition = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(0), asyncio.Condition()
    await lock.acquire()
    order = []

    async def note(awaitable, name):
        await awaitable
        order.append(name)

    async def notified():
        async with condition:
            await condition.wait()
            order.append("condition")

    tasks = [asyncio.create_task(note(lock.acquire(), "lock")), asyncio.create_task(note(event.wait(), "event")),
             asyncio.create_task(note(semaphore.acquire(), "semaphore")), asyncio.create_task(notified())]
    await asyncio.sleep(0)
    semaphore.release()
    event.set()
    lock.release()
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks)
    print(order)

asyncio.run(main())
