import asyncio

async def ok():
    await asyncio.sleep(0)
    return 42

async def bad():
    await asyncio.sleep(0)
    raise ValueError("bad")

def show(task):
    print(task.done(), task.cancelled(), end=" ")
    for ask in (task.result, task.exception):
        try:
            print(repr(ask()), end=" ")
        except BaseException as error:
            print(type(error).__name__, error, end=" ")
    print()

async def main():
    a = asyncio.create_task(ok())
    b = asyncio.create_task(bad())
    c = asyncio.create_task(ok())
    for t in (a, b, c):
        show(t)
    await asyncio.sleep(0)
    c.cancel("reason")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    for t in (a, b, c):
        show(t)

asyncio.run(main())
