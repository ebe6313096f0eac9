# lockstep: seed 3
import asyncio

async def consumer(condition, items, name):
    async with condition:
        await condition.wait_for(lambda: items)
        print(name, "takes", items.pop(0))

async def producer(condition, items):
    for i in range(3):
        await asyncio.sleep(0.01)
        async with condition:
            items.append(i)
            condition.notify()

async def main():
    condition = asyncio.Condition()
    items = []
    await asyncio.gather(*[consumer(condition, items, n) for n in "abc"], producer(condition, items))
    for action in (condition.notify, condition.notify_all):
        try:
            action()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)

asyncio.run(main())
