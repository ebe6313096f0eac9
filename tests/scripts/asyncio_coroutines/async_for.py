class Count:
    def __init__(self, n):
        self.n = n
        self.i = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i == self.n:
            raise StopAsyncIteration
        self.i += 1
        return self.i

def run(coro):
    try:
        coro.send(None)
    except StopIteration as stop:
        return stop.value

async def main():
    async for i in Count(3):
        print(i)
    else:
        print("else")
    async for i in Count(5):
        if i == 2:
            continue
        if i == 4:
            break
        print("two", i)
    else:
        print("not here")
    print([x async for x in Count(3)])
    print({x: x * x async for x in Count(3) if x != 2})
    print({x % 2 async for x in Count(4)})
    print([y async for x in Count(2) for y in range(x)])
    generator = (x * 10 async for x in Count(3))
    print(type(generator).__name__)
    async for x in generator:
        print(x)

run(main())

class NoNext:
    def __aiter__(self):
        return 5

async def over(value):
    async for _ in value:
        pass

for value in ([1], NoNext()):
    try:
        run(over(value))
    except TypeError as error:
        print(error)
