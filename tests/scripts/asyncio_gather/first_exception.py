# lockstep: seed 3
import asyncio

async def fails(delay):
    await asyncio.sleep(delay)
    raise ValueError(f"after {delay}")

async def works(delay):
    try:
        await asyncio.sleep(delay)
        print("works ended")
    except asyncio.CancelledError:
        print("works cancelled")
        raise
    return delay

async def main():
    try:
        await asyncio.gather(works(0.6), fails(0.1), fails(0.3))
    except ValueError as error:
        print("caught", error)
    await asyncio.sleep(0.7)
    print(await asyncio.gather(works(0.01), fails(0), return_exceptions=True))

asyncio.run(main())
