import asyncio
async def worker(name, stop):
    n = 0
    try:
        while not stop.is_set():
            n += 1
            try:
                await asyncio.wait_for(stop.wait(), timeout=0.002)
            except asyncio.TimeoutError:
                pass
            if n == 3 and name == "stuck":
                await asyncio.sleep(100)
        print(name, "stops by itself")
    except asyncio.CancelledError:
        print(name, "was cancelled")
        raise
    finally:
        print(name, "cleans up")
async def main():
    stop = asyncio.Event()
    tasks = [asyncio.create_task(worker(name, stop), name=name) for name in ("good", "stuck")]
    await asyncio.sleep(0.5)
    stop.set()
    done, pending = await asyncio.wait(tasks, timeout=0.02)
    print([t.get_name() for t in done], [t.get_name() for t in pending])
    for task in pending:
        task.cancel()
    print(await asyncio.gather(*pending, return_exceptions=True))
asyncio.run(main())
