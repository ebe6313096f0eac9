import asyncio, itertools
from dataclasses import dataclass, field
@dataclass(order=True)
class Job:
    priority: int
    number: int
    name: str = field(compare=False)
async def worker(queue, results):
    while True:
        job = await queue.get()
        results.append((job.priority, job.name))
        await asyncio.sleep(0)
        queue.task_done()
async def main():
    queue, results, numbers = asyncio.PriorityQueue(), [], itertools.count()
    for priority, name in [(3, "sweep"), (1, "alarm"), (2, "mail"), (1, "call"), (3, "dust")]:
        await queue.put(Job(priority, next(numbers), name))
    print(queue.qsize(), queue.empty(), queue.full())
    workers = [asyncio.create_task(worker(queue, results)) for _ in range(2)]
    await queue.join()
    for w in workers:
        w.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))
    print(results)
    bad = asyncio.PriorityQueue()
    await bad.put((1, {}))
    try:
        await bad.put((1, {}))
    except TypeError as error:
        print(error)
asyncio.run(main())
