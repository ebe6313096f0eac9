# lockstep: seed 3
import asyncio

async def fails():
    await asyncio.sleep(0.01)
    raise ValueError("bad")

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
            group.create_task(fails())
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("body cancelled", asyncio.current_task().cancelling())
                raise
    except* ValueError as errors:
        print(errors.message, errors.exceptions)
    print(asyncio.current_task().cancelling())

asyncio.run(main())
