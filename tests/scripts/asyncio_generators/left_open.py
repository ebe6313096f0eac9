import asyncio

async def numbers():
    try:
        n = 0
        while True:
            yield n
            n += 1
    finally:
        print("closed at", n)

async def main():
    g = numbers()
    async for n in g:
        if n == 2:
            break
    print("left the loop")
    await g.aclose()
    print("end of main")

asyncio.run(main())
