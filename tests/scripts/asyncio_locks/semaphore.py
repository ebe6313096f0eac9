# lockstep: mask 0x[0-9a-f]+
import asyncio

running = 0

async def worker(semaphore, n):
    global running
    async with semaphore:
        running += 1
        print("in", n, running)
        await asyncio.sleep(0.01)
        running -= 1
        print("out", n)

async def main():
    semaphore = asyncio.Semaphore(2)
    print(semaphore)
    await asyncio.gather(*[worker(semaphore, i) for i in range(5)])
    semaphore.release()
    print(semaphore)
    for value in (-1,):
        try:
            asyncio.Semaphore(value)
        except ValueError as error:
            print(error)
    empty = asyncio.Semaphore(0)
    print(empty, empty.locked())

asyncio.run(main())
