import asyncio
loop = asyncio.new_event_loop()
def tick():
    print("tick")
    loop.call_later(1, tick)
async def waits(f):
    await f
f = loop.create_future()
loop.call_soon(tick)
t = loop.create_task(waits(f))
t2 = loop.create_task(waits(t))
loop.run_until_complete(asyncio.sleep(0.001))
