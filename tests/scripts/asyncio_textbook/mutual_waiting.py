"""Two tasks wait for each other; somebody cancels one."""
import asyncio


async def wait_for_other(name, tasks, other):
    await asyncio.sleep(0)
    try:
        await tasks[other]
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    tasks = {}
    tasks["a"] = asyncio.create_task(wait_for_other("a", tasks, "b"))
    tasks["b"] = asyncio.create_task(wait_for_other("b", tasks, "c"))
    tasks["c"] = asyncio.create_task(asyncio.sleep(30))
    for _ in range(3):
        await asyncio.sleep(0)
    tasks["a"].cancel()
    print(await asyncio.gather(*tasks.values(), return_exceptions=True))


asyncio.run(main())
