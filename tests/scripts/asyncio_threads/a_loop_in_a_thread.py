# lockstep: seed 3
import asyncio
import threading

def run_loop(loop):
    asyncio.set_event_loop(loop)
    loop.run_forever()
    loop.close()

async def work(n):
    await asyncio.sleep(0.01)
    return n * 2

loop = asyncio.new_event_loop()
thread = threading.Thread(target=run_loop, args=(loop,))
thread.start()
futures = [asyncio.run_coroutine_threadsafe(work(i), loop) for i in range(4)]
print([f.result() for f in futures])
loop.call_soon_threadsafe(loop.stop)
thread.join()
print(loop.is_closed())
