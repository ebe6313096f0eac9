import asyncio

async def leaf(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i

async def doubled(source):
    async for x in source:
        yield 2 * x

async def limited(source, most):
    async for x in source:
        if x > most:
            return
        yield x

async def main():
    print([x async for x in limited(doubled(leaf(10)), 7)])
    total = 0
    async for x in doubled(doubled(leaf(4))):
        total += x
    print(total)
    nested = [[y async for y in leaf(x)] async for x in leaf(4)]
    print(nested)

asyncio.run(main())
