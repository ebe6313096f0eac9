def generator(n):
    got = yield n
    yield
    return (yield from got)


async def coroutine(a):
    x = await a
    async for y in x:
        print(y)
    async with y as z:
        pass
    return [i async for i in z]


async def async_generator():
    yield 1
