# lockstep: seed 3
import asyncio

async def worker(semaphore, name):
    try:
        await semaphore.acquire()
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    print(name, "has it")

async def main():
    semaphore = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(worker(semaphore, n)) for n in "abcde"]
    await asyncio.sleep(0)
    semaphore.release()
    await asyncio.sleep(0)
    tasks[1].cancel()
    semaphore.release()
    await asyncio.sleep(0)
    semaphore.release()
    tasks[3].cancel()
    await asyncio.sleep(0)
    semaphore.release()
    await asyncio.wait(tasks)
    print(semaphore._value)

asyncio.run(main())
