import asyncio

async def sleeps(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise

async def user():
    async with asyncio.TaskGroup() as group:
        group.create_task(sleeps("only"))

async def main():
    task = asyncio.create_task(user())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel("outside")
    try:
        await task
    except asyncio.CancelledError as error:
        print("user cancelled", error.args)

asyncio.run(main())
