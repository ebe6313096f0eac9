import asyncio

async def worker():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        raise ValueError("instead") from error

async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0)
    task.cancel("why")
    try:
        await task
    except ValueError as error:
        print(error, repr(error.__cause__))
    print(task.cancelled(), repr(task.exception()))

asyncio.run(main())
