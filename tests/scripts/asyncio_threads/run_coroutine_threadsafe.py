# lockstep: seed 3
import asyncio
import threading

async def add(a, b):
    await asyncio.sleep(0.01)
    return a + b

async def fails():
    raise ValueError("in the loop")

def worker(loop, results):
    future = asyncio.run_coroutine_threadsafe(add(1, 2), loop)
    results.append(future.result())
    future = asyncio.run_coroutine_threadsafe(fails(), loop)
    try:
        future.result()
    except ValueError as error:
        results.append(str(error))
    future = asyncio.run_coroutine_threadsafe(asyncio.sleep(10), loop)
    results.append(future.cancel())
    try:
        asyncio.run_coroutine_threadsafe(5, loop)
    except TypeError as error:
        results.append(str(error))

async def main():
    results = []
    await asyncio.to_thread(worker, asyncio.get_running_loop(), results)
    print(results)

asyncio.run(main())
