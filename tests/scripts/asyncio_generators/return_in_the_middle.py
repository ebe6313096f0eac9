import asyncio

async def until(limit):
    for i in range(10):
        if i == limit:
            return
        yield i

async def nothing():
    return
    yield

async def main():
    print([x async for x in until(3)], [x async for x in nothing()])
    try:
        async for x in until(5):
            if x == 2:
                raise ValueError(x)
    except ValueError as error:
        print(error)

asyncio.run(main())
