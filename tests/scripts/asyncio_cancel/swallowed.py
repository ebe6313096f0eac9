import asyncio

async def stubborn():
    for i in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("no", i, asyncio.current_task().cancelling())
    return "survived"

async def main():
    task = asyncio.create_task(stubborn())
    for i in range(3):
        await asyncio.sleep(0)
        task.cancel()
    print(await task, task.cancelled(), task.cancelling())
    print(task.uncancel(), task.uncancel(), task.uncancel(), task.uncancel())

asyncio.run(main())
