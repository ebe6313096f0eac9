import asyncio
class Delay:
    def __init__(self, turns, value):
        self.turns = turns
        self.value = value
    def __await__(self):
        for _ in range(self.turns):
            yield
        return self.value
class Chained:
    def __await__(self):
        first = yield from Delay(1, "first").__await__()
        second = yield from asyncio.sleep(0, "second").__await__()
        return first, second
async def main():
    print(await Delay(3, "ready"))
    print(await Chained())
    print(await asyncio.gather(Delay(2, 1), Delay(1, 2)))
    print(await asyncio.wait_for(Delay(1, "in time"), 1))
    try:
        await 5
    except TypeError as error:
        print(error)
asyncio.run(main())
