import asyncio

async def quick(n):
    print("quick", n)
    return n

async def other():
    for i in range(3):
        print("other", i)
        await asyncio.sleep(0)

async def main():
    task = asyncio.create_task(other())
    for i in range(3):
        await quick(i)
    print("now a real wait")
    await task

asyncio.run(main())
