import asyncio

async def count(n):
    for i in range(n):
        got = yield i
        if got is not None:
            print("got", got)

async def main():
    g = count(3)
    print(type(g).__name__, g.__name__, g.ag_running, g.ag_await)
    print(await g.__anext__())
    print(await g.asend("hello"))
    print(await anext(g))
    try:
        await anext(g)
    except StopAsyncIteration as stop:
        print("stop", stop.args)
    print(await anext(g, "default"))
    print(aiter(g) is g)

asyncio.run(main())
