import types

@types.coroutine
def wait():
    yield "waiting"

async def inner():
    await wait()
    return 1

async def first(c):
    return await c

c = inner()
a = first(c)
b = first(c)
print(a.send(None))
try:
    b.send(None)
except RuntimeError as error:
    print(error)
try:
    a.send(None)
except StopIteration as stop:
    print(stop.value)
d = first(c)
try:
    d.send(None)
except RuntimeError as error:
    print(error)
