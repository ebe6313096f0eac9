# lockstep: seed 3
import asyncio

async def worker(name):
    print(name, "begins")
    await asyncio.sleep(0)
    print(name, "goes on")
    await asyncio.sleep(0)
    print(name, "ends")
    return name

async def main():
    print("main begins")
    tasks = [asyncio.create_task(worker(n)) for n in "abc"]
    print("made")
    await asyncio.sleep(0)
    print("main goes on")
    for task in tasks:
        print("result", await task)

asyncio.run(main())
