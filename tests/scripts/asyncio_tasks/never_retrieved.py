import asyncio

async def fails(n):
    raise ValueError(f"bad {n}")

async def main():
    asyncio.create_task(fails(1))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("still here")

asyncio.run(main())
print("end")
