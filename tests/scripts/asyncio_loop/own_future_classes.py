import asyncio

class Loud(asyncio.Future):
    def cancel(self, msg=None):
        print("cancel asked", msg)
        return super().cancel(msg=msg)

class Stubborn(asyncio.Future):
    def cancel(self, msg=None):
        print("refused")
        return False

async def wait(future):
    try:
        return await future
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
        raise

async def main():
    loud = Loud()
    task = asyncio.create_task(wait(loud))
    await asyncio.sleep(0)
    print(task.cancel("m"))
    await asyncio.wait([task])
    print(loud.cancelled(), task.cancelled())
    stubborn = Stubborn()
    task = asyncio.create_task(wait(stubborn))
    await asyncio.sleep(0)
    print(task.cancel())
    await asyncio.sleep(0)
    print(task.done())
    stubborn.set_result(5)
    await asyncio.wait([task])
    print(task.cancelled())

asyncio.run(main())
