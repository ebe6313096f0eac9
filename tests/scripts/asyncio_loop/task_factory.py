import asyncio

class MyTask(asyncio.Task):
    def __repr__(self):
        return f"<MyTask {self.get_name()}>"

def factory(loop, coro, context=None):
    print("factory makes one for", coro.__name__)
    return MyTask(coro, loop=loop)

async def f():
    return repr(asyncio.current_task()).split("-")[0]

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    print(await asyncio.create_task(f()))
    print(await asyncio.gather(f(), f()))
    loop.set_task_factory(None)
    print((await asyncio.create_task(f()))[:6])
    try:
        loop.set_task_factory(1)
    except TypeError as error:
        print(error)

asyncio.run(main())
