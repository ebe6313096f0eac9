# lockstep: seed 3
import asyncio

async def task(name):
    print("task", name)
    await asyncio.sleep(0)
    print("task again", name)

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "soon 1")
    t = asyncio.create_task(task("a"))
    loop.call_soon(print, "soon 2")
    loop.call_soon(lambda: loop.call_soon(print, "soon from soon"))
    u = asyncio.create_task(task("b"))
    print("main 1")
    await asyncio.sleep(0)
    print("main 2")
    await t
    print("main 3")
    await u

asyncio.run(main())
