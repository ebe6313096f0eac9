import asyncio
import threading

def blocked(release):
    release.wait()
    return "released"

async def main():
    release = threading.Event()
    task = asyncio.create_task(asyncio.to_thread(blocked, release))
    try:
        await asyncio.wait_for(asyncio.shield(task), 0.05)
    except TimeoutError:
        print("still blocked")
    release.set()
    print(await task)

asyncio.run(main())
