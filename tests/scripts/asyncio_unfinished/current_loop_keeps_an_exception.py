import asyncio
async def fails():
    raise ValueError("nobody asks")
async def waits():
    await asyncio.sleep(100)
loop = asyncio.get_event_loop_policy().get_event_loop()
a = loop.create_task(fails())
b = loop.create_task(waits())
loop.run_until_complete(asyncio.sleep(0))
print(a.done(), b.done())
