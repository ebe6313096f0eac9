"""gather() with and without return_exceptions."""
import asyncio


async def job(n):
    await asyncio.sleep(0)
    if n % 2:
        raise ValueError(n)
    return n


async def slow(log):
    try:
        await asyncio.sleep(0.3)
        log.append("slow ends")
    except asyncio.CancelledError:
        log.append("slow cancelled")
        raise


async def main():
    print(await asyncio.gather(*map(job, range(4)), return_exceptions=True))
    log = []
    try:
        await asyncio.gather(job(0), slow(log), job(1), job(3))
    except ValueError as error:
        print("first:", error, log)
    await asyncio.sleep(0.5)
    print("nobody stopped the others:", log)
    group = asyncio.gather(slow(log), slow(log))
    await asyncio.sleep(0)
    print(group.cancel(), group.cancel())
    try:
        await group
    except asyncio.CancelledError:
        print("cancelled", log[1:])
    print(await asyncio.gather())
    same = job(2)
    print(await asyncio.gather(same, same))
    task = asyncio.create_task(job(4))
    print(await asyncio.gather(task, task, job(6)))


asyncio.run(main())
