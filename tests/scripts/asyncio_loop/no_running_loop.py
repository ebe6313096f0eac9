import asyncio

async def f():
    pass

for action in (asyncio.get_running_loop, lambda: asyncio.create_task(c), lambda: asyncio.timeout(1)):
    c = f()
    try:
        action()
    except RuntimeError as error:
        print(error)
    c.close()
print(asyncio._get_running_loop())
