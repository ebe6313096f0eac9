import asyncio

async def waiter(future):
    try:
        print("got", await future)
    except asyncio.CancelledError:
        print("cancelled although it was done")
        raise

async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    future.set_result("value")
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main")
    print(future.result())

asyncio.run(main())
