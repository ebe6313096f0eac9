"""Blocking functions in threads, counting under a lock of threads."""
import asyncio
import threading

lock = threading.Lock()
total = 0


def add(n):
    global total
    for _ in range(n):
        with lock:
            total += 1
    return n


async def main():
    print(sum(await asyncio.gather(*[asyncio.to_thread(add, 200) for _ in range(5)])), total)
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, add, 7), total)
    name = await asyncio.to_thread(lambda: threading.current_thread().name.startswith("asyncio_"))
    print(name)
    try:
        await asyncio.to_thread(int, "x")
    except ValueError as error:
        print(error)


asyncio.run(main())
