import asyncio

async def after(delay, value):
    await asyncio.sleep(delay)
    if value == "bad":
        raise ValueError(value)
    return value

async def main():
    for coro in asyncio.as_completed([after(0.5, "a"), after(0.1, "b"), after(0.3, "bad")]):
        try:
            print(await coro)
        except ValueError as error:
            print("error", error)
    try:
        for coro in asyncio.as_completed([after(0.1, "x"), after(1.5, "y")], timeout=0.6):
            print(await coro)
    except asyncio.TimeoutError as error:
        print("timeout", repr(error))

asyncio.run(main())
