# lockstep: seed 3
import asyncio
import threading

lock = threading.Lock()
total = 0

def add(n):
    global total
    for _ in range(n):
        with lock:
            total += 1

async def main():
    await asyncio.gather(*[asyncio.to_thread(add, 50) for _ in range(4)])
    add(1)
    print(total)

asyncio.run(main())
