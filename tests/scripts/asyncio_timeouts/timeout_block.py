import asyncio

async def main():
    try:
        async with asyncio.timeout(0.01) as limit:
            print(limit.expired())
            await asyncio.sleep(1)
    except TimeoutError as error:
        print("timeout", repr(error), limit.expired(), type(error.__cause__).__name__, type(error.__context__).__name__)
    async with asyncio.timeout(1) as limit:
        await asyncio.sleep(0)
    print(limit.expired(), repr(limit))
    async with asyncio.timeout(None) as limit:
        await asyncio.sleep(0)
    print(limit.when(), repr(limit))
    print(asyncio.current_task().cancelling())

asyncio.run(main())
