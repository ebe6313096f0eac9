"""asyncio.run() closes generators that were left in the middle."""
import asyncio


async def numbers():
    try:
        n = 0
        while True:
            yield n
            n += 1
    finally:
        await asyncio.sleep(0)
        print("closed after", n)


async def main():
    keep = numbers()
    async for n in keep:
        if n == 2:
            break
    globals()["kept"] = keep
    print("main ends")


asyncio.run(main())
