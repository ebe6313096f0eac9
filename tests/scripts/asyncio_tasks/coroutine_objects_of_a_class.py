import asyncio
import collections.abc

class Countdown(collections.abc.Coroutine):
    def __init__(self, n):
        self.n = n

    def send(self, value):
        if self.n == 0:
            raise StopIteration("lift off")
        print(self.n)
        self.n -= 1
        return None

    def throw(self, kind, value=None, traceback=None):
        print("thrown", kind if value is None else value)
        raise kind if value is None else value

    def __await__(self):
        while self.n:
            self.n -= 1
            yield
        return "awaited"

async def main():
    print(await asyncio.create_task(Countdown(3)))
    print(await Countdown(2))
    print(asyncio.iscoroutine(Countdown(1)))

asyncio.run(main())
