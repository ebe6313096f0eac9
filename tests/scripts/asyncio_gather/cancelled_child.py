import asyncio

async def child(name):
    await asyncio.sleep(0.01)
    return name

async def main():
    a = asyncio.create_task(child("a"))
    b = asyncio.create_task(child("b"))
    group = asyncio.gather(a, b, return_exceptions=True)
    await asyncio.sleep(0)
    a.cancel("only a")
    print(await group)
    a = asyncio.create_task(child("a"))
    b = asyncio.create_task(child("b"))
    group = asyncio.gather(a, b)
    await asyncio.sleep(0)
    a.cancel()
    try:
        await group
    except asyncio.CancelledError:
        print("gather raised", group.cancelled(), b.done())
    print(await b)

asyncio.run(main())
