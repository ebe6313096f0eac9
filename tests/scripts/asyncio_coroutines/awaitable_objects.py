class Twice:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        first = yield self.value
        second = yield self.value
        return first, second

class Delegates:
    def __init__(self, coro):
        self.coro = coro

    def __await__(self):
        return self.coro.__await__()

class Bad:
    def __await__(self):
        return 5

async def inner():
    return await Twice("x")

async def main():
    return await Delegates(inner())

c = main()
print(c.send(None), c.send(1))
try:
    c.send(2)
except StopIteration as stop:
    print(stop.value)

async def use(value):
    await value

for value in (Bad(),):
    try:
        use(value).send(None)
    except TypeError as error:
        print(error)

async def wrapped():
    return "w"

w = wrapped().__await__()
print(type(w).__name__, iter(w) is w)
try:
    next(w)
except StopIteration as stop:
    print(stop.value)
