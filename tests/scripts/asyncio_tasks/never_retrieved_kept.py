import asyncio

async def fails(n):
    await asyncio.sleep(0)
    raise ValueError(f"bad {n}")

async def main():
    task = asyncio.create_task(fails(1), name="kept")
    await asyncio.sleep(0.01)
    print("done", task.done())

asyncio.run(main())
print("end")
