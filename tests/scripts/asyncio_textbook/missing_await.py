"""Wrong: coroutines that nobody awaits."""
import asyncio


async def work(n):
    print("working", n)
    return n


async def main():
    work(1)
    asyncio.sleep(1)
    await work(3)
    print("a coroutine is not its result:", work(4) == 4)


asyncio.run(main())
