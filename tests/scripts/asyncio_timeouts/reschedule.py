import asyncio

async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(0.2) as limit:
        limit.reschedule(loop.time() + 5)
        await asyncio.sleep(0.3)
    print("in time", limit.expired())
    try:
        async with asyncio.timeout(10) as limit:
            limit.reschedule(loop.time() - 1)
            await asyncio.sleep(1)
    except TimeoutError:
        print("too late")
    try:
        limit.reschedule(5)
    except RuntimeError as error:
        print(error)
    async with asyncio.timeout_at(loop.time() + 5) as limit:
        limit.reschedule(None)
        print(limit.when())

asyncio.run(main())
