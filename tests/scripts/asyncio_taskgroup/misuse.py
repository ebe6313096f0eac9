# lockstep: mask 0x[0-9a-f]+
import asyncio

async def f():
    pass

async def attempt(action):
    try:
        print(await action())
    except Exception as error:
        print(type(error).__name__, error)

async def main():
    group = asyncio.TaskGroup()

    async def early():
        c = f()
        try:
            group.create_task(c)
        finally:
            c.close()

    async def twice():
        async with group:
            pass
        async with group:
            pass

    await attempt(early)
    await attempt(twice)
    await attempt(early)

asyncio.run(main())
