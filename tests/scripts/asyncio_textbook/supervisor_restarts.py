import asyncio
crashes = {"db": 2, "web": 1}
async def service(name):
    await asyncio.sleep(0)
    if crashes.get(name, 0):
        crashes[name] -= 1
        raise RuntimeError(f"{name} crashed")
    return f"{name} ran"
async def supervise(name, limit):
    for attempt in range(1, limit + 1):
        task = asyncio.create_task(service(name), name=f"{name}#{attempt}")
        try:
            return await task
        except RuntimeError as error:
            print(f"{task.get_name()}: {error}; {task.done()=} {task.cancelled()=}")
            await asyncio.sleep(0.001 * attempt)
    raise SystemError(f"{name} gave up")
async def main():
    print(await asyncio.gather(supervise("db", 3), supervise("web", 1), supervise("log", 1), return_exceptions=True))
asyncio.run(main())
