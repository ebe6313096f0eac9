import asyncio

event = asyncio.Event()

async def waiter():
    await event.wait()
    print('event done!')

async def setter():
    await asyncio.sleep(0.05)
    event.set()

async def main():
    await asyncio.gather(waiter(), setter())

asyncio.run(main())
