import asyncio
async def save(log):
    log.append("begin")
    try:
        await asyncio.sleep(0.3)
        log.append("saved")
        return "ok"
    except asyncio.CancelledError:
        log.append("broken off")
        raise
async def main():
    log = []
    inner = asyncio.ensure_future(save(log))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.001)
    except TimeoutError:
        print("too slow", log, inner.done())
    print(await inner, log)
    log.clear()
    outer = asyncio.shield(save(log))
    await asyncio.sleep(0)
    print(outer.cancel(), outer.cancelled())
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled", log)
    await asyncio.sleep(0.5)
    print(log)
    async def stubborn():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            await asyncio.sleep(0.001)
            return "too late, but here"
    print(await asyncio.wait_for(stubborn(), 0.001))
asyncio.run(main())
