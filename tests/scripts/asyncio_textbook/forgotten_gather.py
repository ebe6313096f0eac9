"""Wrong: tasks that main does not wait for are cancelled at its end."""
import asyncio


ended = []


async def work(n):
    print("begin", n)
    try:
        await asyncio.sleep(1)
        print("never printed")
    except asyncio.CancelledError:
        # In which order those left over are cancelled, nobody promises.
        ended.append(n)
        raise


async def main():
    for n in range(3):
        asyncio.create_task(work(n))
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main())
print("cancelled", sorted(ended))
