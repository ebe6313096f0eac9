import asyncio

async def deepest():
    raise KeyError("lost")

async def middle():
    await deepest()

async def main():
    await asyncio.create_task(middle())

asyncio.run(main())
