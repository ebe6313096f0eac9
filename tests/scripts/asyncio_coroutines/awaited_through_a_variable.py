"""A coroutine of the library that stands in a variable is still that coroutine after its await."""
import asyncio


async def main():
    lock = asyncio.Lock()
    queue = asyncio.Queue()
    nap = asyncio.sleep(0)
    await nap
    print(type(nap).__name__, asyncio.iscoroutine(nap))
    got = lock.acquire()
    print(await got, type(got).__name__)
    put = queue.put(1)
    await put
    get = queue.get()
    print(await get)
    for used in (nap, got, put, get):
        try:
            await used
        except RuntimeError as error:
            print(used.__name__, error)
    print([await asyncio.sleep(0, n) for n in range(3)], await asyncio.sleep(0.001, "x"))
    print((await lock.acquire()) if not lock.locked() else "held", await asyncio.Event.wait(set_event()))


def set_event():
    event = asyncio.Event()
    event.set()
    return event


asyncio.run(main())
