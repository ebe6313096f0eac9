# lockstep: seed 3
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    loop.call_later(0.3, print, "third")
    loop.call_later(0.1, print, "first")
    handle = loop.call_later(0.15, print, "never")
    loop.call_at(start + 0.2, print, "second")
    handle.cancel()
    print(handle.cancelled(), handle.when() > start)
    loop.call_later(0, print, "at once")
    loop.call_later(-5, print, "long ago")
    await asyncio.sleep(0)
    print("after one turn")
    await asyncio.sleep(0.5)
    print(0.4 < loop.time() - start < 5)

asyncio.run(main())
