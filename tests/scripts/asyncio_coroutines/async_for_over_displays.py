import asyncio
async def main():
    try:
        print([i async for i in [1, 2]])
    except TypeError as e: print(e)
    try:
        print({i async for i in {1, 2}})
    except TypeError as e: print(e)
    try:
        async for i in [1, 2]: pass
    except TypeError as e: print(e)
    try:
        async for i in {1, 2}: pass
    except TypeError as e: print(e)
asyncio.run(main())
