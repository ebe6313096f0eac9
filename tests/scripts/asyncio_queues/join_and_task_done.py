# lockstep: seed 3
import asyncio

async def worker(name, queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(0.01)
        print(name, item)
        queue.task_done()

async def main():
    queue = asyncio.Queue()
    for i in range(5):
        queue.put_nowait(i)
    workers = [asyncio.create_task(worker(n, queue)) for n in "ab"]
    await queue.join()
    print("joined")
    for w in workers:
        w.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))
    try:
        queue.task_done()
    except ValueError as error:
        print(error)

asyncio.run(main())
