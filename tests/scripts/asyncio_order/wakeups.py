import asyncio

async def waiter(future, name):
    print(name, await future)

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    tasks = [asyncio.create_task(waiter(future, n)) for n in "abc"]
    future.add_done_callback(lambda f: print("callback", f.result()))
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: print("late callback"))
    loop.call_soon(print, "before")
    future.set_result(1)
    loop.call_soon(print, "after")
    print("set")
    await asyncio.gather(*tasks)

asyncio.run(main())
