"""Wrong: a coroutine is no number."""
import asyncio


async def number():
    return 20


async def main():
    print(await number() + 1)
    print(number() + 1)


asyncio.run(main())
