import asyncio

class Odd(BaseException):
    pass

async def odd():
    raise Odd("odd")

async def exits():
    raise SystemExit(3)

async def main():
    try:
        await asyncio.create_task(odd())
    except Odd as error:
        print("caught", error)
    task = asyncio.create_task(exits())
    try:
        await task
    except SystemExit as error:
        print("main saw", error.code)
        raise

asyncio.run(main())
