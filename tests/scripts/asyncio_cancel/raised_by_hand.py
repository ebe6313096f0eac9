import asyncio

async def worker():
    raise asyncio.CancelledError("by hand")

async def main():
    task = asyncio.create_task(worker())
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args)
    print(task.cancelled(), isinstance(asyncio.CancelledError(), Exception))

asyncio.run(main())
