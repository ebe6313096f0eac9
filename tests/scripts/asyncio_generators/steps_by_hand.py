import types

@types.coroutine
def pause(tag):
    return (yield tag)

async def gen():
    print("sent", await pause("p1"))
    x = yield "y1"
    print("x", x)
    print("sent", await pause("p2"))
    yield "y2"

g = gen()
step = g.asend(None)
print(step.send(None))
try:
    step.send("one")
except StopIteration as stop:
    print("value", stop.value)
step = g.asend("data")
print(step.send(None))
try:
    step.send("two")
except StopIteration as stop:
    print("value", stop.value)
step = g.__anext__()
try:
    step.send(None)
except StopAsyncIteration:
    print("end")
try:
    step.send(None)
except RuntimeError as error:
    print(error)
step = gen().__anext__()
print(next(step))
try:
    step.throw(ValueError("into pause"))
except ValueError as error:
    print(error)
