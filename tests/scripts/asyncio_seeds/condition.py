import asyncio

async def consumer(condition: asyncio.Condition):
    async with condition:
        print('starting to wait condition...')
        await condition.wait()
        print("condition is True")

async def producer(condition: asyncio.Condition):
    await asyncio.sleep(0.02)
    async with condition:
        condition.notify_all()

async def main():
    condition = asyncio.Condition()
    await asyncio.gather(consumer(condition), producer(condition))

asyncio.run(main())
