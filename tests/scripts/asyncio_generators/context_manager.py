import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager

@asynccontextmanager
async def resource(name):
    print("open", name)
    await asyncio.sleep(0)
    try:
        yield name.upper()
    except ValueError as error:
        print("handled", error)
    finally:
        await asyncio.sleep(0)
        print("close", name)

async def numbers():
    try:
        for i in range(5):
            yield i
    finally:
        print("numbers closed")

async def main():
    async with resource("db") as db:
        print(db)
    async with resource("file"):
        raise ValueError("bad")
    async with AsyncExitStack() as stack:
        for name in ("x", "y"):
            print(await stack.enter_async_context(resource(name)))
        print("both")
    async with aclosing(numbers()) as n:
        async for i in n:
            if i == 1:
                break
    try:
        async with resource("z"):
            raise KeyError("other")
    except KeyError as error:
        print("came out", error)

asyncio.run(main())
