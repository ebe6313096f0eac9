"""Two children of a group fail, a third is cancelled: an ExceptionGroup that nobody catches."""
import asyncio


async def fail(error, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    raise error


async def patient():
    try:
        await asyncio.sleep(30)
    except asyncio.CancelledError:
        print("the patient one was cancelled")
        raise


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(ValueError("first"), 1))
        group.create_task(fail(KeyError("second"), 1))
        task = group.create_task(patient())
    print("not reached", task)


try:
    asyncio.run(main())
except* ValueError as errors:
    print("values:", errors.exceptions)
except* KeyError as errors:
    print("keys:", errors.exceptions)

asyncio.run(main())
