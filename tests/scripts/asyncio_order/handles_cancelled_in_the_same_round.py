import asyncio

async def main():
    loop = asyncio.get_running_loop()
    handles = []
    loop.call_soon(lambda: handles[1].cancel())
    handles.append(loop.call_soon(print, "one"))
    handles.append(loop.call_soon(print, "two"))
    handles.append(loop.call_soon(print, "three"))
    await asyncio.sleep(0)
    print([h.cancelled() for h in handles])

asyncio.run(main())
