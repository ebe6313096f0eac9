import asyncio

class Unique(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = {}

    def _put(self, item):
        self._queue[item] = None

    def _get(self):
        return self._queue.popitem()[0]

async def main():
    queue = Unique()
    for x in "abca":
        await queue.put(x)
    print(queue.qsize(), await queue.get(), queue)

asyncio.run(main())
