import asyncio

async def down(n):
    if n == 0:
        await asyncio.sleep(0)
        return 0
    return 1 + await down(n - 1)

async def main():
    print(await down(300))
    try:
        await down(5000)
    except RecursionError as error:
        print(error)

asyncio.run(main())
