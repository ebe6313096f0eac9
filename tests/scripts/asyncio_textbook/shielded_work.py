"""shield(): the waiting is cancelled, the work is not."""
import asyncio


async def save(log):
    log.append("saving")
    await asyncio.sleep(0.01)
    log.append("saved")
    return 42


async def request(work, log):
    try:
        return await asyncio.shield(work)
    except asyncio.CancelledError:
        log.append("request cancelled")
        log.append(await work)
        raise


async def main():
    log = []
    work = asyncio.create_task(save(log))
    task = asyncio.create_task(request(work, log))
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    print(log, work.result())
    try:
        await asyncio.wait_for(asyncio.shield(inner := asyncio.create_task(asyncio.sleep(0.3, "late"))), 0.001)
    except TimeoutError:
        print("too slow;", inner.done())
    print(await inner)
    inner = asyncio.create_task(asyncio.sleep(30))
    outer = asyncio.shield(inner)
    inner.cancel()
    await asyncio.wait([outer])
    print(outer.cancelled(), inner.cancelled())


asyncio.run(main())
