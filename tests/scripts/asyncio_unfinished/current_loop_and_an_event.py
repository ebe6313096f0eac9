import asyncio
async def worker(n, e):
    try:
        await e.wait()
    finally:
        print("worker", n, "leaves")
e = asyncio.Event()
async def main():
    a = asyncio.create_task(worker(1, e), name="A")
    b = asyncio.create_task(worker(2, e), name="B")
    await asyncio.sleep(0)
    print("main ends")
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
print("end")
