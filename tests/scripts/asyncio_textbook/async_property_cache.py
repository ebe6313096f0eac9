import asyncio
import functools
def cached(function):
    tasks = {}
    @functools.wraps(function)
    async def wrapper(*args):
        if args not in tasks:
            tasks[args] = asyncio.ensure_future(function(*args))
        return await asyncio.shield(tasks[args])
    return wrapper
calls = 0
@cached
async def slow_square(n):
    """Squares slowly."""
    global calls
    calls += 1
    await asyncio.sleep(0.001)
    return n * n
async def main():
    print(await asyncio.gather(slow_square(3), slow_square(3), slow_square(4)))
    print(await slow_square(3), calls, slow_square.__name__, slow_square.__doc__)
    print(asyncio.iscoroutinefunction(slow_square), asyncio.iscoroutinefunction(slow_square.__wrapped__))
asyncio.run(main())
