import asyncio

async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda f: print("callback", f.cancelled()))
    print(future.cancel(), future.cancel(), future.done())
    await asyncio.sleep(0)
    try:
        await future
    except asyncio.CancelledError:
        print("awaited")

    async def wait(f):
        await f
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(wait(future))
    await asyncio.sleep(0)
    future.cancel("of the future")
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args, task.cancelled())

asyncio.run(main())
