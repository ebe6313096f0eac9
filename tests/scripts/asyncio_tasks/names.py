import asyncio

async def f():
    return asyncio.current_task().get_name()

async def main():
    print(asyncio.current_task().get_name())
    a = asyncio.create_task(f())
    b = asyncio.create_task(f(), name="special")
    c = asyncio.create_task(f(), name=5)
    print(a.get_name(), b.get_name(), c.get_name())
    a.set_name("renamed")
    print(await a, await b, await c)
    a.set_name(("tuple",))
    print(a.get_name())

asyncio.run(main())
