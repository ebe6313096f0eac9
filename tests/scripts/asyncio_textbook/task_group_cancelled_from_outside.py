"""Cancelling the task that is in a group cancels the children, and goes on outwards."""
import asyncio


ended = []


async def child(n):
    try:
        await asyncio.sleep(30)
    finally:
        ended.append(n)     # in whatever order


async def parent():
    try:
        async with asyncio.TaskGroup() as group:
            for n in range(3):
                group.create_task(child(n))
    finally:
        print("parent ends, children", sorted(ended))


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled:", error.args, task.cancelled())


asyncio.run(main())
