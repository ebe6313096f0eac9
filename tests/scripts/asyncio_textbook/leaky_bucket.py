import asyncio
class Bucket:
    def __init__(self, capacity, refill):
        self.tokens = asyncio.BoundedSemaphore(capacity)
        self.refill = refill
        self.log = []
    async def drip(self, n):
        for _ in range(n):
            await asyncio.sleep(self.refill)
            try:
                self.tokens.release()
                self.log.append("+")
            except ValueError as error:
                self.log.append(str(error))
    async def take(self, who):
        await self.tokens.acquire()
        self.log.append(who)
async def main():
    bucket = Bucket(2, 0.003)
    drip = asyncio.create_task(bucket.drip(5))
    await asyncio.gather(*(bucket.take(c) for c in "abcd"))
    await drip
    print(bucket.log, bucket.tokens.locked())
    print(str(bucket.tokens).split("[")[1])
asyncio.run(main())
