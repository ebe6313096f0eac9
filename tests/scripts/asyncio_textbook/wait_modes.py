"""wait(): FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED, and a timeout."""
import asyncio


async def job(name, turns, error=None):
    for _ in range(turns):
        await asyncio.sleep(0)
    if error:
        raise error
    return name


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def start():
    return [
        asyncio.create_task(job("quick", 1), name="quick"),
        asyncio.create_task(job("middle", 3, KeyError("k")), name="middle"),
        asyncio.create_task(job("slow", 9), name="slow"),
    ]


async def main():
    for mode in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        tasks = start()
        done, pending = await asyncio.wait(tasks, return_when=mode)
        print(mode, names(done), names(pending))
        if pending:
            done, pending = await asyncio.wait(pending)
            print("  then", names(done), names(pending))
        print("  ", [repr(task.exception()) for task in sorted(tasks, key=lambda task: task.get_name())])
    forever = asyncio.create_task(asyncio.sleep(30), name="forever")
    done, pending = await asyncio.wait({forever}, timeout=0.001)
    print(names(done), names(pending))
    forever.cancel()
    for wrong in ([], forever, [job("x", 1)]):
        try:
            await asyncio.wait(wrong)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
        if isinstance(wrong, list) and wrong:
            wrong[0].close()


asyncio.run(main())
