import asyncio
from contextlib import AsyncExitStack, asynccontextmanager, aclosing
@asynccontextmanager
async def resource(name, fails=False):
    print("open", name)
    await asyncio.sleep(0)
    try:
        yield name
    except KeyError as error:
        print(name, "sees", repr(error))
        raise
    finally:
        await asyncio.sleep(0)
        print("close", name)
        if fails:
            raise RuntimeError(f"{name} would not close")
async def numbers():
    try:
        for i in range(10):
            yield i
    finally:
        print("numbers closed")
async def main():
    async with AsyncExitStack() as stack:
        for name in "abc":
            await stack.enter_async_context(resource(name))
        stack.push_async_callback(asyncio.sleep, 0)
        stack.callback(print, "callback")
        print("in use")
    try:
        async with resource("outer"), resource("inner", fails=True):
            raise KeyError("k")
    except RuntimeError as error:
        print(repr(error), repr(error.__context__))
    async with aclosing(numbers()) as source:
        async for n in source:
            if n == 2:
                break
    print("end")
asyncio.run(main())
