import asyncio

async def fails():
    await asyncio.sleep(0.01)
    raise ValueError("deep")

async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(asyncio.sleep(10))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fails())
    except ExceptionGroup as errors:
        print(errors)
        print(errors.exceptions[0].exceptions)

asyncio.run(main())
