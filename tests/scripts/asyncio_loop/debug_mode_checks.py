import asyncio

async def coro():
    pass

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug())
    for action in (lambda: loop.call_soon(coro), lambda: loop.call_later(1, coro)):
        try:
            action()
        except TypeError as error:
            print(error)
    loop.set_debug(False)
    print(loop.get_debug())

asyncio.run(main(), debug=True)
