import asyncio

async def after(delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print("cancelled", delay)
        raise
    return delay

async def main():
    tasks = [asyncio.create_task(after(d)) for d in (0.05, 3)]
    done, pending = await asyncio.wait(tasks, timeout=0.6)
    print([t.result() for t in done], len(pending))
    for t in pending:
        t.cancel()
    await asyncio.wait(pending)
    print(tasks[1].cancelled())

asyncio.run(main())
