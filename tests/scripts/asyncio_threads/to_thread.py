# lockstep: seed 3
import asyncio
import threading
import time

def blocking(n):
    time.sleep(0.02)
    return n, threading.current_thread() is threading.main_thread()

async def ticker(n):
    for i in range(n):
        await asyncio.sleep(0.001)
    return "ticked"

async def main():
    print(await asyncio.gather(asyncio.to_thread(blocking, 1), ticker(3), asyncio.to_thread(blocking, 2)))
    try:
        await asyncio.to_thread(int, "x")
    except ValueError as error:
        print(error)

asyncio.run(main())
