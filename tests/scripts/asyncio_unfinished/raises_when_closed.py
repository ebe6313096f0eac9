# lockstep: mask 0x[0-9a-f]+
import asyncio
async def stubborn(n):
    try:
        await asyncio.sleep(100)
    except GeneratorExit:
        print("asked to end", n)
        raise RuntimeError(f"no, said {n}")
async def calm():
    try:
        await asyncio.sleep(100)
    finally:
        print("calm ends")
loop = asyncio.new_event_loop()
a = loop.create_task(stubborn(1))
b = loop.create_task(calm())
c = loop.create_task(stubborn(2))
loop.run_until_complete(asyncio.sleep(0))
print("end")
