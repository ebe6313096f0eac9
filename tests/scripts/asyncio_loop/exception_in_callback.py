# lockstep: mask when=[0-9.]+
import asyncio

def fails(x):
    raise ValueError(x)

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(fails, "soon")
    await asyncio.sleep(0)
    print("went on")
    loop.call_later(0.01, fails, "later")
    await asyncio.sleep(0.02)

asyncio.run(main())
