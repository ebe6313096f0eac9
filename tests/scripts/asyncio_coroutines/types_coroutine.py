import types

@types.coroutine
def step(n):
    for i in range(n):
        got = yield i
        print("step got", got)
    return "done"

async def run():
    return await step(3)

c = run()
value = None
try:
    while True:
        value = c.send(value)
        print("yielded", value)
        value *= 10
except StopIteration as stop:
    print(stop.value)

@types.coroutine
def from_coroutine():
    return (yield from run())

d = from_coroutine()
print(next(d))
d.close()

@types.coroutine
def not_a_generator():
    return iter([7])

try:
    types.coroutine(5)
except TypeError as error:
    print(error)
