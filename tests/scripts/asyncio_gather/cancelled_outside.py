import asyncio

async def child(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        raise

async def main():
    for flag in (False, True):
        group = asyncio.gather(child("a"), child("b"), return_exceptions=flag)
        await asyncio.sleep(0)
        print(group.cancel("stop"))
        try:
            await group
        except asyncio.CancelledError as error:
            print("gather", error.args, group.cancelled(), group.done())

    async def user():
        await asyncio.gather(child("c"), child("d"))
    task = asyncio.create_task(user())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("user cancelled")

asyncio.run(main())
