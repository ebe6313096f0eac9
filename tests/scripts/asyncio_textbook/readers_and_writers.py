import asyncio
class RWLock:
    def __init__(self):
        self.readers = 0
        self.writing = False
        self.changed = asyncio.Condition()
    async def begin_read(self):
        async with self.changed:
            while self.writing:
                await self.changed.wait()
            self.readers += 1
    async def end_read(self):
        async with self.changed:
            self.readers -= 1
            self.changed.notify_all()
    async def begin_write(self):
        async with self.changed:
            await self.changed.wait_for(lambda: not self.writing and not self.readers)
            self.writing = True
    async def end_write(self):
        async with self.changed:
            self.writing = False
            self.changed.notify_all()
book = []
async def reader(name, lock):
    for _ in range(2):
        await lock.begin_read()
        print(name, "reads", book)
        await asyncio.sleep(0)
        await lock.end_read()
async def writer(name, lock):
    for i in range(2):
        await lock.begin_write()
        book.append(f"{name}{i}")
        print(name, "writes", book[-1])
        await asyncio.sleep(0)
        await lock.end_write()
async def main():
    lock = RWLock()
    await asyncio.gather(reader("ann", lock), writer("w", lock), reader("ben", lock), writer("v", lock))
asyncio.run(main())
