import asyncio

async def main():
    loop = asyncio.get_running_loop()
    now = loop.time()
    handle = loop.call_later(100, print)
    print(99 < handle.when() - now < 101, type(handle).__name__, type(loop.call_soon(int)).__name__)
    handle.cancel()
    handle.cancel()
    print(handle.cancelled(), str(handle).startswith("<TimerHandle cancelled when="))
    for action in (lambda: loop.call_later(None, print), lambda: loop.call_at(None, print)):
        try:
            action()
        except TypeError as error:
            print(error)

asyncio.run(main())
