"""A lost update across an await, and the lock that prevents it."""
import asyncio

balance = 0


async def careless(n):
    global balance
    for _ in range(n):
        seen = balance
        await asyncio.sleep(0)
        balance = seen + 1


async def careful(n, lock):
    global balance
    for _ in range(n):
        async with lock:
            seen = balance
            await asyncio.sleep(0)
            balance = seen + 1


async def main():
    global balance
    await asyncio.gather(*[careless(10) for _ in range(5)])
    print("careless:", balance)
    balance = 0
    lock = asyncio.Lock()
    await asyncio.gather(*[careful(10, lock) for _ in range(5)])
    print("careful:", balance, lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
