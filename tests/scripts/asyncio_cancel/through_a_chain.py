# lockstep: seed 3
import asyncio

async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("inner")
        raise

async def middle():
    try:
        await asyncio.create_task(inner(), name="inner")
    except asyncio.CancelledError:
        print("middle")
        raise

async def outer():
    try:
        await middle()
    finally:
        print("outer")

async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main")

asyncio.run(main())
