"""Wrong: nobody asks what became of a task."""
import asyncio


async def fail():
    raise ValueError("unseen")


async def main():
    asyncio.create_task(fail(), name="forgotten")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main())
print("after")
