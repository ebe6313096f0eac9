"""A pool of two connections."""
import asyncio


class Pool:
    def __init__(self, size):
        self.free = [f"c{n}" for n in range(size)]
        self.permits = asyncio.BoundedSemaphore(size)

    async def __aenter__(self):
        await self.permits.acquire()
        return self.free.pop()

    async def __aexit__(self, *exc):
        self.permits.release()


async def use(n, pool, log):
    async with pool as connection:
        log.append(f"{n} has {connection}")
        await asyncio.sleep(0)
        pool.free.append(connection)


async def main():
    pool = Pool(2)
    log = []
    await asyncio.gather(*[use(n, pool, log) for n in range(6)])
    print(log)
    try:
        pool.permits.release()
    except ValueError as error:
        print(error)
    print(pool.permits.locked(), pool.permits._value)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)
    semaphore = asyncio.Semaphore(0)
    waiting = [asyncio.create_task(semaphore.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    semaphore.release()
    semaphore.release()
    print(await asyncio.gather(*waiting, return_exceptions=True), semaphore._value)


asyncio.run(main())
