"""Workers that run for ever, are waited for with join(), and are then cancelled."""
import asyncio


async def worker(name, queue, results):
    try:
        while True:
            number = await queue.get()
            try:
                if number == 5:
                    raise ValueError("five")
                await asyncio.sleep(0)
                results.append((name, number * number))
            except ValueError as error:
                results.append((name, f"error {error}"))
            finally:
                queue.task_done()
    finally:
        results.append((name, "stopped"))


async def main():
    queue = asyncio.Queue()
    results = []
    for n in range(9):
        queue.put_nowait(n)
    workers = [asyncio.create_task(worker(f"w{i}", queue, results)) for i in range(3)]
    await queue.join()
    print("joined, unfinished", queue._unfinished_tasks)
    for task in workers:
        task.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))
    print(results)
    try:
        queue.task_done()
    except ValueError as error:
        print(error)


asyncio.run(main())
