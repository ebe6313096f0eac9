"""What a cancelled task does on its way out."""
import asyncio


async def tidy(name, log):
    try:
        log.append(f"{name} works")
        await asyncio.sleep(30)
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        await asyncio.sleep(0)
        log.append(f"{name} tidied up")
        raise
    finally:
        log.append(f"{name} ends")


async def stubborn(log):
    for n in range(3):
        try:
            await asyncio.sleep(30)
        except asyncio.CancelledError:
            log.append(f"stubborn {n}")
    return "ended by itself"


async def main():
    log = []
    task = asyncio.create_task(tidy("one", log))
    await asyncio.sleep(0)
    print(task.cancel(), task.cancelling(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError:
        print("main sees it", task.cancelled(), task.cancel())
    never = asyncio.create_task(tidy("never", log))
    never.cancel()
    await asyncio.wait([never])
    print("never began:", never.cancelled())
    task = asyncio.create_task(stubborn(log))
    for _ in range(3):
        await asyncio.sleep(0)
        task.cancel()
    print(await task, task.cancelled(), task.cancelling())
    print(log)


asyncio.run(main())
