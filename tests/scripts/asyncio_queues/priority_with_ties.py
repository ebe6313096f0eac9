import asyncio
from dataclasses import dataclass, field

@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)

async def worker(queue):
    while not queue.empty():
        job = await queue.get()
        print(job.priority, job.name)
        queue.task_done()

async def main():
    queue = asyncio.PriorityQueue()
    for i, name in enumerate("zebra"):
        await queue.put(Job(i % 3, name))
    await worker(queue)

asyncio.run(main())
