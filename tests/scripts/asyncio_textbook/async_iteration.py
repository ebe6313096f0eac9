"""Async iterators, generators and comprehensions."""
import asyncio


class Countdown:
    def __init__(self, start):
        self.left = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.left == 0:
            raise StopAsyncIteration
        await asyncio.sleep(0)
        self.left -= 1
        return self.left


async def ticks(count):
    try:
        for n in range(count):
            await asyncio.sleep(0)
            yield n
    finally:
        print("ticks end")


async def averages():
    total, count = 0, 0
    value = yield
    while True:
        total, count = total + value, count + 1
        value = yield total / count


async def main():
    async for n in Countdown(3):
        print(n, end=" ")
    else:
        print("lift off")
    print([n * n async for n in ticks(4)], {n async for n in Countdown(2)})
    print({n: n % 2 async for n in ticks(3) if n})
    print(sum([n async for n in (x + 1 async for x in Countdown(4))]))
    generator = averages()
    await generator.asend(None)
    print([await generator.asend(n) for n in (10, 20, 60)])
    await generator.aclose()
    unfinished = ticks(10)
    async for n in unfinished:
        if n == 1:
            break
    print("left early")
    await unfinished.aclose()
    print(await anext(Countdown(0), "nothing"))


asyncio.run(main())
