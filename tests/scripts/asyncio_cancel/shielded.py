# lockstep: seed 3
import asyncio

async def important():
    print("important begins")
    await asyncio.sleep(0.02)
    print("important ends")
    return "kept"

async def user(task):
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        print("user cancelled")
        raise

async def main():
    task = asyncio.create_task(important())
    u = asyncio.create_task(user(task))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    u.cancel()
    try:
        await u
    except asyncio.CancelledError:
        print("main saw it", task.done())
    print(await task)
    print(await asyncio.shield(task))
    inner = asyncio.create_task(important())
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("inner cancelled", outer.cancelled())

    async def fails():
        raise ValueError("v")
    try:
        await asyncio.shield(fails())
    except ValueError as error:
        print(error)

asyncio.run(main())
