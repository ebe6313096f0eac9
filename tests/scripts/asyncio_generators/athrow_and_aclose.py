# lockstep: seed 3
import asyncio

async def gen():
    try:
        yield 1
        yield 2
    except ValueError as error:
        print("saw", error)
        yield "mended"
    finally:
        await asyncio.sleep(0)
        print("finally")

async def main():
    g = gen()
    print(await g.__anext__())
    print(await g.athrow(ValueError("v")))
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print("over")

    g = gen()
    await g.__anext__()
    print(await g.aclose())
    print(await g.aclose())
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print("closed")

    g = gen()
    try:
        await g.athrow(KeyError("before"))
    except KeyError as error:
        print(repr(error))

    g = gen()
    await g.aclose()
    print("never begun")

    g = gen()
    await g.__anext__()
    try:
        await g.athrow(TypeError, "type")
    except TypeError as error:
        print(error)

asyncio.run(main())
