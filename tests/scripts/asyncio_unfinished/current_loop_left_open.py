import asyncio
async def worker(n):
    try:
        await asyncio.sleep(100)
    finally:
        print("worker", n, "leaves")
async def main():
    a = asyncio.create_task(worker(1), name="A")
    b = asyncio.create_task(worker(2), name="B")
    await asyncio.sleep(0)
    print("main ends")
loop = asyncio.get_event_loop()
loop.run_until_complete(main())
print("end")
