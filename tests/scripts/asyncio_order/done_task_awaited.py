import asyncio

async def f():
    return 1

async def g():
    print("g runs")

async def main():
    t = asyncio.create_task(f())
    await t
    asyncio.create_task(g())
    print("awaiting a done task")
    await t
    print("no switch happened")
    future = asyncio.get_running_loop().create_future()
    future.set_result(2)
    print(await future)
    await asyncio.sleep(0)

asyncio.run(main())
