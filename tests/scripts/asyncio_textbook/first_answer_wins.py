import asyncio
async def server(name, delay, fails=False):
    try:
        await asyncio.sleep(delay)
        if fails:
            raise ConnectionError(f"{name} is down")
        return f"answer of {name}"
    except asyncio.CancelledError:
        print(name, "is told to stop")
        raise
async def first_good(*calls):
    pending = {asyncio.create_task(c) for c in calls}
    errors = []
    try:
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if task.exception() is None:
                    return task.result()
                errors.append(task.exception())
        raise ExceptionGroup("nobody answered", errors)
    finally:
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
async def main():
    print(await first_good(server("A", 5), server("B", 0.001, True), server("C", 0.1)))
    try:
        await first_good(server("D", 0, True), server("E", 0.05, True))
    except* ConnectionError as group:
        print(group, [str(e) for e in group.exceptions])
asyncio.run(main())
