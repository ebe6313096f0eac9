import asyncio
from concurrent.futures import ThreadPoolExecutor

def square(x):
    return x * x

async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, square, 3))
    with ThreadPoolExecutor(2) as pool:
        print(await asyncio.gather(*[loop.run_in_executor(pool, square, i) for i in range(5)]))
        future = asyncio.wrap_future(pool.submit(square, 9))
        print(await future)

asyncio.run(main())
