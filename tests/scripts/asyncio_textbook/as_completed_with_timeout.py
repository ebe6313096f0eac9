"""as_completed(): the results as they come, until the time is over."""
import asyncio


async def job(turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    return turns


async def main():
    for next_one in asyncio.as_completed([job(n) for n in (5, 1, 3)]):
        print(await next_one)
    jobs = [asyncio.create_task(asyncio.sleep(delay, delay)) for delay in (30, 0.001, 0)]
    try:
        for next_one in asyncio.as_completed(jobs, timeout=0.5):
            print(await next_one)
    except TimeoutError as error:
        print("time is over", repr(error))
    jobs[0].cancel()
    async with asyncio.timeout(10):
        print([await one for one in asyncio.as_completed([job(2)])])


asyncio.run(main())
