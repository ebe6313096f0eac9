import asyncio

async def work(n):
    await asyncio.sleep(0.1 * n)
    print("work", n)
    return n * n

async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(i), name=f"w{i}") for i in (3, 1, 2)]
        print("body ends")
    print([t.result() for t in tasks], [t.get_name() for t in tasks])
    print(group)

asyncio.run(main())
