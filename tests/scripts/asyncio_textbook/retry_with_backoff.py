"""Tries again after failures, a little later each time."""
import asyncio


class Flaky:
    def __init__(self, failures):
        self.left = failures

    async def call(self):
        await asyncio.sleep(0)
        if self.left:
            self.left -= 1
            raise ConnectionError(f"{self.left} to go")
        return "answer"


async def retry(function, times, first):
    delay = first
    for attempt in range(1, times + 1):
        try:
            return await function()
        except ConnectionError as error:
            print(f"attempt {attempt}: {error!r}; waits {delay:g}")
            if attempt == times:
                raise RuntimeError("gave up") from error
            await asyncio.sleep(delay / 100)
            delay *= 2


async def main():
    print(await retry(Flaky(3).call, 5, 0.1))
    try:
        await retry(Flaky(9).call, 3, 0.1)
    except RuntimeError as error:
        print(repr(error), "because of", repr(error.__cause__))


asyncio.run(main())
