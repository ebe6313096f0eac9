import asyncio

async def killer(task):
    await asyncio.sleep(0)
    task.cancel("by killer")

async def main():
    asyncio.create_task(killer(asyncio.current_task()))
    try:
        await asyncio.sleep(10)
    finally:
        print("finally")

try:
    asyncio.run(main())
except asyncio.CancelledError as error:
    print("run raised", error.args)
