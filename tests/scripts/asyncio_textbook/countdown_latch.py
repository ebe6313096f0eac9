import asyncio
class Latch:
    def __init__(self, count):
        self.count = count
        self.condition = asyncio.Condition()
    async def count_down(self):
        async with self.condition:
            self.count -= 1
            if self.count <= 0:
                self.condition.notify_all()
    async def wait(self):
        async with self.condition:
            await self.condition.wait_for(lambda: self.count <= 0)
async def runner(n, latch):
    await asyncio.sleep(0.001 * n)
    print("runner", n, "arrives")
    await latch.count_down()
async def judge(name, latch):
    await latch.wait()
    print(name, "sees all")
async def main():
    latch = Latch(3)
    async with asyncio.TaskGroup() as group:
        for name in "AB":
            group.create_task(judge(name, latch))
        for n in range(3):
            group.create_task(runner(n, latch))
    print(latch.condition.locked(), repr(latch.condition)[:40].split(" object")[0])
asyncio.run(main())
