# lockstep: seed 3
import asyncio

async def waiter(barrier, name):
    try:
        print(name, await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        print(name, "broken:", error)

async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(waiter(barrier, n)) for n in "ab"]
    await asyncio.sleep(0.01)
    print(barrier.n_waiting)
    await barrier.abort()
    await asyncio.gather(*tasks)
    print(barrier.broken)
    await waiter(barrier, "late")
    await barrier.reset()
    print(barrier.broken)
    tasks = [asyncio.create_task(waiter(barrier, n)) for n in "cd"]
    await asyncio.sleep(0.01)
    await barrier.reset()
    await asyncio.gather(*tasks)
    await asyncio.gather(*[waiter(barrier, n) for n in "efg"])

asyncio.run(main())
