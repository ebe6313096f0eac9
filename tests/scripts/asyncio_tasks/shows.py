# lockstep: mask 0x[0-9a-f]+
import asyncio

async def inner(event):
    await event.wait()
    return "x" * 50

async def fails():
    raise ValueError("oops")

def called_back(task):
    pass

async def main():
    event = asyncio.Event()
    task = asyncio.create_task(inner(event), name="inner")
    print(task)
    await asyncio.sleep(0)
    print(task)
    task.add_done_callback(called_back)
    print(task)
    event.set()
    await task
    print(task)
    bad = asyncio.create_task(fails())
    try:
        await bad
    except ValueError:
        print(bad)
    stopped = asyncio.create_task(inner(asyncio.Event()))
    await asyncio.sleep(0)
    stopped.cancel()
    print(stopped)
    try:
        await stopped
    except asyncio.CancelledError:
        print(stopped)
    print(asyncio.get_running_loop())

asyncio.run(main())
