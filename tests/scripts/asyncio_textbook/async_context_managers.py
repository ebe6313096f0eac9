"""async with: order of enter and exit, suppression, contextlib."""
import asyncio
from contextlib import AsyncExitStack, asynccontextmanager


class Resource:
    def __init__(self, name, suppresses=False):
        self.name, self.suppresses = name, suppresses

    async def __aenter__(self):
        await asyncio.sleep(0)
        print("open", self.name)
        return self

    async def __aexit__(self, kind, value, traceback):
        await asyncio.sleep(0)
        print("close", self.name, kind and kind.__name__)
        return self.suppresses


@asynccontextmanager
async def transaction(name):
    print("begin", name)
    try:
        yield name
    except ValueError as error:
        print("roll back", name, error)
        raise
    else:
        print("commit", name)


async def main():
    async with Resource("a") as a, Resource("b", True):
        print("inside", a.name)
        raise RuntimeError("swallowed")
    async with transaction("t1"):
        pass
    try:
        async with transaction("t2"):
            raise ValueError("bad")
    except ValueError:
        print("and it came out")
    async with AsyncExitStack() as stack:
        for name in "cde":
            await stack.enter_async_context(Resource(name))
        stack.push_async_callback(asyncio.sleep, 0)
        print("all open")


asyncio.run(main())
