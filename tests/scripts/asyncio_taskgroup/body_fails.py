import asyncio

async def sleeps(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(sleeps("a"))
            await asyncio.sleep(0)
            raise ValueError("body")
    except* ValueError as errors:
        print(repr(errors.exceptions))

asyncio.run(main())
