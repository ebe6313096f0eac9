# lockstep: seed 3
import asyncio
import queue
import threading

def worker(inbox, loop, outbox):
    while (item := inbox.get()) is not None:
        loop.call_soon_threadsafe(outbox.put_nowait, item * 2)
    loop.call_soon_threadsafe(outbox.put_nowait, None)

async def main():
    inbox, outbox = queue.Queue(), asyncio.Queue()
    thread = threading.Thread(target=worker, args=(inbox, asyncio.get_running_loop(), outbox))
    thread.start()
    for i in range(4):
        inbox.put(i)
    inbox.put(None)
    results = []
    while (item := await outbox.get()) is not None:
        results.append(item)
    thread.join()
    print(results)

asyncio.run(main())
