"""Threads hand coroutines to a loop that runs in another thread."""
import asyncio
import threading


async def double(n):
    await asyncio.sleep(0)
    if n < 0:
        raise ValueError(f"negative: {n}")
    return n * 2


def serve(loop):
    asyncio.set_event_loop(loop)
    loop.run_forever()


loop = asyncio.new_event_loop()
thread = threading.Thread(target=serve, args=(loop,))
thread.start()
print(asyncio.run_coroutine_threadsafe(double(21), loop).result())
futures = [asyncio.run_coroutine_threadsafe(double(n), loop) for n in (1, -1, 3)]
for future in futures:
    error = future.exception()
    print(repr(error) if error else future.result())
slow = asyncio.run_coroutine_threadsafe(asyncio.sleep(30), loop)
try:
    slow.result(timeout=0.01)
except TimeoutError:
    print("too slow", slow.cancel(), slow.cancelled())
for _ in range(3):
    # Let the cancellation arrive.
    asyncio.run_coroutine_threadsafe(asyncio.sleep(0), loop).result()
try:
    asyncio.run_coroutine_threadsafe(double, loop)
except TypeError as error:
    print(error)
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
print(loop)
