import asyncio
class Batcher:
    def __init__(self, size, wait):
        self.size, self.wait = size, wait
        self.items = []
        self.flusher = None
        self.batches = []
    async def ask(self, item):
        future = asyncio.get_running_loop().create_future()
        self.items.append((item, future))
        if len(self.items) >= self.size:
            self.flush()
        elif self.flusher is None:
            self.flusher = asyncio.get_running_loop().call_later(self.wait, self.flush)
        return await future
    def flush(self):
        if self.flusher:
            self.flusher.cancel()
            self.flusher = None
        items, self.items = self.items, []
        self.batches.append([item for item, _ in items])
        for item, future in items:
            future.set_result(item.upper())
async def main():
    batcher = Batcher(3, 0.002)
    print(await asyncio.gather(*(batcher.ask(c) for c in "abcdefgh")))
    print(batcher.batches)
asyncio.run(main())
