import asyncio

async def main():
    try:
        async with asyncio.timeout(1):
            raise ValueError("mine")
    except ValueError as error:
        print(error)
    try:
        async with asyncio.timeout(0):
            print("not stopped before an await")
            await asyncio.sleep(0)
            print("not printed?")
            await asyncio.sleep(0)
    except TimeoutError:
        print("timeout")

asyncio.run(main())
