import asyncio

class ReadWriteLock:
    def __init__(self):
        self.condition = asyncio.Condition()
        self.readers = 0
        self.writing = False

    async def read(self, name):
        async with self.condition:
            await self.condition.wait_for(lambda: not self.writing)
            self.readers += 1
        print(name, "reads with", self.readers)
        await asyncio.sleep(0)
        async with self.condition:
            self.readers -= 1
            self.condition.notify_all()

    async def write(self, name):
        async with self.condition:
            await self.condition.wait_for(lambda: not self.writing and not self.readers)
            self.writing = True
        print(name, "writes alone")
        await asyncio.sleep(0)
        async with self.condition:
            self.writing = False
            self.condition.notify_all()

async def main():
    lock = ReadWriteLock()
    await asyncio.gather(lock.read("r1"), lock.write("w1"), lock.read("r2"), lock.write("w2"), lock.read("r3"))

asyncio.run(main())
