def run(coro):
    try:
        coro.send(None)
    except StopIteration as stop:
        return stop.value

async def double(x):
    return x * 2

async def is_big(x):
    return x > 2

async def numbers():
    for i in range(5):
        yield i

async def main():
    print([await double(x) for x in range(4)])
    print([x for x in range(5) if await is_big(x)])
    print({await double(x) async for x in numbers()})
    print({x: await double(x) async for x in numbers() if await is_big(x)})
    print([[await double(y) for y in range(x)] for x in range(3)])
    print(sum([await double(x) async for x in numbers()]))
    pairs = [(x, y) async for x in numbers() async for y in numbers() if x + y == 4]
    print(pairs)

run(main())
