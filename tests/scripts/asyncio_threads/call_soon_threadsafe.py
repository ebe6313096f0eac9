# lockstep: seed 3
import asyncio
import threading
import time

async def main():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    seen = []

    def background():
        for i in range(3):
            time.sleep(0.005)
            loop.call_soon_threadsafe(seen.append, i)
        loop.call_soon_threadsafe(event.set)

    thread = threading.Thread(target=background)
    thread.start()
    await event.wait()
    thread.join()
    print(seen)

asyncio.run(main())
