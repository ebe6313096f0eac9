# lockstep: mask 0x[0-9a-f]+
import asyncio

async def waiter(event, name):
    print(name, await event.wait())

async def main():
    event = asyncio.Event()
    print(event, event.is_set())
    tasks = [asyncio.create_task(waiter(event, n)) for n in "abc"]
    await asyncio.sleep(0)
    print(event)
    event.set()
    event.clear()
    print(event.is_set())
    await asyncio.gather(*tasks)
    event.set()
    await waiter(event, "late")
    event.clear()
    task = asyncio.create_task(waiter(event, "cancelled"))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(event)

asyncio.run(main())
