"""Wrong: run() in a coroutine."""
import asyncio


async def inner():
    return 1


async def main():
    coroutine = inner()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()
    try:
        asyncio.get_running_loop().run_until_complete(coroutine := inner())
    except RuntimeError as error:
        print(error)
    coroutine.close()
    asyncio.run(coroutine)


asyncio.run(main())
