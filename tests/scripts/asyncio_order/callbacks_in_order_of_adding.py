import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f, g = loop.create_future(), loop.create_future()
    for i in range(3):
        f.add_done_callback(lambda _, i=i: print("f", i))
        g.add_done_callback(lambda _, i=i: print("g", i))
    g.set_result(None)
    f.set_exception(ValueError("x"))
    await asyncio.sleep(0)
    print(f.exception())

asyncio.run(main())
