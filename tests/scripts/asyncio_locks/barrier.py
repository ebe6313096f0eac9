# lockstep: mask 0x[0-9a-f]+
import asyncio

async def runner(barrier, name):
    for lap in range(2):
        await asyncio.sleep(0.1 * (ord(name) - 96))
        print(name, "arrives", lap)
        async with barrier as position:
            print(name, "goes on", lap, position)

async def main():
    barrier = asyncio.Barrier(3)
    print(barrier, barrier.parties, barrier.n_waiting, barrier.broken)
    await asyncio.gather(*[runner(barrier, n) for n in "abc"])
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)

asyncio.run(main())
