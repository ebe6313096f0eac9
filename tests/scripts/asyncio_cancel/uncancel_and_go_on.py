import asyncio

async def guarded():
    task = asyncio.current_task()
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("requests", task.cancelling())
        print("left", task.uncancel())
    await asyncio.sleep(0)
    return "finished anyway"

async def main():
    task = asyncio.create_task(guarded())
    await asyncio.sleep(0)
    task.cancel()
    print(await task)

asyncio.run(main())
