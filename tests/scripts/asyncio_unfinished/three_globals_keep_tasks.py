import asyncio
async def worker(n):
    try:
        await asyncio.sleep(100)
    finally:
        print("worker", n, "leaves")
loop = asyncio.new_event_loop()
a = loop.create_task(worker(1), name="A")
b = loop.create_task(worker(2), name="B")
c = loop.create_task(worker(3), name="C")
loop.run_until_complete(asyncio.sleep(0))
loop.close()
