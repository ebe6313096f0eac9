"""How futures, tasks and their callbacks are shown."""
import asyncio


class Own(asyncio.Future):
    pass


async def work(n):
    await asyncio.sleep(0.001 * n)


async def main():
    group = asyncio.gather(work(1), work(2))
    task = asyncio.create_task(work(3))
    task.add_done_callback(lambda task: None)
    await asyncio.sleep(0)
    for one in sorted(asyncio.all_tasks(), key=lambda one: one.get_name()):
        print(one)
    print(group, Own())
    shield = asyncio.shield(task)
    waiting = asyncio.create_task(asyncio.wait([task]))
    limited = asyncio.create_task(asyncio.wait_for(work(2), 5))
    locked = asyncio.Lock()
    await locked.acquire()
    lock = asyncio.create_task(locked.acquire())
    get = asyncio.create_task(asyncio.Queue().get())
    print(lock, get)
    await asyncio.sleep(0)
    for one in (shield, task, waiting, limited, lock, get):
        print(one)
    try:
        asyncio.create_task(shield)
    except TypeError as error:
        print(error)
    lock.cancel()
    get.cancel()
    await asyncio.wait([group, shield, waiting, limited, lock, get])
    for one in (group, shield, task, waiting, lock):
        print(repr(one).replace(str(waiting), ""))
    async with asyncio.TaskGroup() as tasks:
        print(tasks.create_task(work(0), name="child"))
    loop = asyncio.get_running_loop()
    print(loop.call_soon(print, "called"))


asyncio.run(main())
