import asyncio

async def ring(name, turns):
    for i in range(turns):
        print(f"{name}{i}", end=" ")
        await asyncio.sleep(0)
    print(f"[{name} ends]", end=" ")

async def main():
    await asyncio.gather(*[ring(n, t) for n, t in (("a", 3), ("b", 1), ("c", 4), ("d", 2))])
    print()

asyncio.run(main())
