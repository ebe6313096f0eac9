import asyncio

done = 0

async def work(n):
    global done
    for _ in range(n % 7):
        await asyncio.sleep(0)
    done += 1

async def main():
    tasks = [asyncio.create_task(work(i)) for i in range(1000)]
    await tasks[6]
    print(done)
    await asyncio.gather(*tasks)
    print(done)

asyncio.run(main())
