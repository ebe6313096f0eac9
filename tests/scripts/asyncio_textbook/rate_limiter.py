"""A token bucket that a task fills."""
import asyncio


class Bucket:
    def __init__(self, size):
        self.size = size
        self.tokens = size
        self.condition = asyncio.Condition()

    async def take(self):
        async with self.condition:
            await self.condition.wait_for(lambda: self.tokens > 0)
            self.tokens -= 1

    async def fill(self, rounds):
        for n in range(rounds):
            await asyncio.sleep(0.01)
            async with self.condition:
                self.tokens = min(self.size, self.tokens + 2)
                print("filled", n, "tokens", self.tokens)
                self.condition.notify_all()


async def client(n, bucket):
    await bucket.take()
    print("client", n)


async def main():
    bucket = Bucket(3)
    filler = asyncio.create_task(bucket.fill(4))
    await asyncio.gather(*[client(n, bucket) for n in range(9)])
    filler.cancel()
    try:
        await filler
    except asyncio.CancelledError:
        print("filler cancelled")


asyncio.run(main())
