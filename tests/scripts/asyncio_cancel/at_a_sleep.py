import asyncio

async def worker():
    try:
        print("sleeps")
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
        raise
    finally:
        print("cleans up")

async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0)
    print(task.cancel("enough"), task.cancelled(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("main saw", error.args)
    print(task.cancelled(), task.cancel(), task.cancelling())

asyncio.run(main())
