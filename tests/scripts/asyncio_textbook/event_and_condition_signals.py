"""Telling others that something is done: Event, Condition, Future."""
import asyncio


async def waiter(n, event, log):
    await event.wait()
    log.append(f"event {n}")


async def main():
    log = []
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(n, event, log)) for n in range(3)]
    await asyncio.sleep(0)
    print(len(event._waiters), event.is_set())
    event.set()
    event.clear()
    await asyncio.gather(*tasks)
    print(log, event.is_set())

    condition = asyncio.Condition()
    items = []

    async def taker(n):
        async with condition:
            while not items:
                await condition.wait()
            log.append(f"taker {n} has {items.pop(0)}")

    takers = [asyncio.create_task(taker(n)) for n in range(3)]
    await asyncio.sleep(0)
    for word in ("x", "y", "z"):
        async with condition:
            items.append(word)
            condition.notify()
        await asyncio.sleep(0)
    await asyncio.gather(*takers)
    print(log[3:])
    try:
        condition.notify()
    except RuntimeError as error:
        print(error)

    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_result, "told")
    print(await future, future)
    try:
        future.set_result("twice")
    except asyncio.InvalidStateError as error:
        print(repr(error))


asyncio.run(main())
