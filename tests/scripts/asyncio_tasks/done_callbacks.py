# lockstep: seed 3
import asyncio

async def work(x):
    await asyncio.sleep(0)
    return x

async def main():
    task = asyncio.create_task(work(7))
    def one(t):
        print("one", t.result())
    def two(t):
        print("two", t is task)
    task.add_done_callback(one)
    task.add_done_callback(two)
    task.add_done_callback(one)
    print("removed", task.remove_done_callback(one))
    task.add_done_callback(one)
    print(await task)
    print("after await")
    task.add_done_callback(lambda t: print("late"))
    print("added late")
    await asyncio.sleep(0)

asyncio.run(main())
