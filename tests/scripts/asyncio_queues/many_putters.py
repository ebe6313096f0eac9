import asyncio

async def putter(queue, n):
    await queue.put(n)
    print("put", n)

async def main():
    queue = asyncio.Queue(2)
    tasks = [asyncio.create_task(putter(queue, i)) for i in range(6)]
    await asyncio.sleep(0)
    print(queue)
    tasks[3].cancel()
    got = []
    for _ in range(5):
        got.append(await queue.get())
    await asyncio.wait(tasks)
    print(got, queue.empty())

asyncio.run(main())
