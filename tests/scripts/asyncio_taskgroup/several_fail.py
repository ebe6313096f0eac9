# lockstep: seed 3
import asyncio

async def fails(error, delay=0):
    await asyncio.sleep(delay)
    raise error

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(ValueError("v")))
            group.create_task(fails(KeyError("k")))
            group.create_task(fails(TypeError("late"), 5))
    except BaseExceptionGroup as errors:
        print(type(errors).__name__, errors, errors.exceptions)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(ValueError("child")))
            await asyncio.sleep(0)
            raise RuntimeError("body")
    except ExceptionGroup as errors:
        print(errors.exceptions)

asyncio.run(main())
