import asyncio

async def fails(name):
    await asyncio.sleep(0)
    raise ValueError(name)

async def main():
    results = await asyncio.gather(fails("a"), fails("b"), return_exceptions=True)
    raise ExceptionGroup("several", results)

asyncio.run(main())
