import asyncio

async def fib(n):
    if n < 2:
        return n
    a = asyncio.create_task(fib(n - 1))
    b = asyncio.create_task(fib(n - 2))
    return await a + await b

async def plain(n):
    return n if n < 2 else await plain(n - 1) + await plain(n - 2)

print(asyncio.run(fib(10)), asyncio.run(plain(12)))
