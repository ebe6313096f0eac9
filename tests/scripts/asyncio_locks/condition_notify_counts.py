import asyncio

async def waiter(condition, name):
    async with condition:
        await condition.wait()
        print(name, "woken", condition.locked())

async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(condition, n)) for n in "abcdef"]
    await asyncio.sleep(0)
    for n in (1, 2):
        async with condition:
            condition.notify(n)
        await asyncio.sleep(0.01)
        print("--")
    tasks[3].cancel()
    async with condition:
        condition.notify_all()
    await asyncio.wait(tasks)
    print(tasks[3].cancelled())

asyncio.run(main())
