import asyncio

keep = []

async def numbers(name):
    try:
        for n in range(10):
            yield n
    finally:
        await asyncio.sleep(0)
        print("closed", name)

async def main():
    g = numbers("kept")
    keep.append(g)
    print(await anext(g))
    print(await anext(g))
    print("end of main")

asyncio.run(main())
print("after run")
