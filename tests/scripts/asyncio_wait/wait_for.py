# lockstep: seed 3
import asyncio

async def after(delay, value):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print("cancelled", value)
        raise
    return value

async def stubborn():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("answers nevertheless")
        return "answer"

async def fails_late():
    try:
        await asyncio.sleep(1)
    finally:
        raise ValueError("late")

async def main():
    print(await asyncio.wait_for(after(0, "a"), 1))
    print(await asyncio.wait_for(after(0.01, "b"), None))
    try:
        await asyncio.wait_for(after(1, "c"), 0.01)
    except asyncio.TimeoutError as error:
        print("timeout", repr(error), type(error.__cause__).__name__, TimeoutError is asyncio.TimeoutError)
    try:
        await asyncio.wait_for(after(1, "d"), 0)
    except TimeoutError:
        print("at once")
    print(await asyncio.wait_for(stubborn(), 0.01))
    try:
        await asyncio.wait_for(fails_late(), 0.01)
    except ValueError as error:
        print(error)
    done = asyncio.create_task(after(0, "e"))
    await done
    print(await asyncio.wait_for(done, -1))

asyncio.run(main())
