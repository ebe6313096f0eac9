import asyncio

async def grow(group, depth):
    print("depth", depth)
    await asyncio.sleep(0)
    if depth < 3:
        group.create_task(grow(group, depth + 1))
        group.create_task(grow(group, depth + 1))

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(grow(group, 1))
    print("all done")

asyncio.run(main())
