# lockstep: seed 3
import asyncio

async def main():
    try:
        async with asyncio.timeout(0.5):
            try:
                async with asyncio.timeout(0.1):
                    await asyncio.sleep(1)
            except TimeoutError:
                print("inner")
            await asyncio.sleep(1)
    except TimeoutError:
        print("outer")
    try:
        async with asyncio.timeout(0.1) as a:
            async with asyncio.timeout(1) as b:
                await asyncio.sleep(2)
    except TimeoutError:
        print("outer only", a.expired(), b.expired())

asyncio.run(main())
