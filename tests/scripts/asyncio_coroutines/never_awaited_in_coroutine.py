import asyncio

async def helper(n):
    print("helper", n)

async def main():
    helper(1)
    await helper(2)
    asyncio.sleep(1)
    print("done")

asyncio.run(main())
