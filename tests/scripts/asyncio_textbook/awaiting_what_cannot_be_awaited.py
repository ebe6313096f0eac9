"""Wrong: await and async with on ordinary things."""
import asyncio
import threading


async def main():
    for thing in (3, None, [asyncio.sleep], print):
        try:
            await thing
        except TypeError as error:
            print(error)
    try:
        async with threading.Lock():
            pass
    except TypeError as error:
        print(error)
    try:
        with asyncio.Lock():
            pass
    except TypeError as error:
        print(error)
    try:
        async for n in range(3):
            pass
    except TypeError as error:
        print(error)
    try:
        for n in ticks():
            pass
    except TypeError as error:
        print(error)
    coroutine = asyncio.sleep(0)
    await coroutine
    try:
        await coroutine
    except RuntimeError as error:
        print(error)
    asyncio.create_task(print)


async def ticks():
    yield 1


asyncio.run(main())
