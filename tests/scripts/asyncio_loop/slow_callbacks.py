# lockstep: mask took \d+\.\d+
# lockstep: mask ( created at [^>]*)?>
import asyncio
import time

def slow():
    time.sleep(0.15)

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    loop.call_soon(slow)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("end")

asyncio.run(main(), debug=True)
