import asyncio

async def child(n):
    await asyncio.sleep(0.1 * n)

async def main():
    me = asyncio.current_task()
    print(asyncio.all_tasks() == {me})
    children = [asyncio.create_task(child(i), name=f"c{i}") for i in range(3)]
    print(sorted(t.get_name() for t in asyncio.all_tasks() - {me}))
    await children[1]
    print(sorted(t.get_name() for t in asyncio.all_tasks() - {me}))
    await asyncio.gather(*children)
    print(len(asyncio.all_tasks()))

asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)
try:
    asyncio.all_tasks()
except RuntimeError as error:
    print(error)
