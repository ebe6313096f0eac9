# lockstep: seed 3
import types

@types.coroutine
def ask(question):
    answer = yield question
    return answer

async def interview(name):
    age = await ask(f"age of {name}")
    town = await ask(f"town of {name}")
    return name, age, town

coro = interview("Ada")
print(type(coro).__name__, coro.cr_running, coro.cr_await)
print(coro.send(None))
print(coro.cr_await is not None, coro.cr_suspended)
print(coro.send(36))
try:
    coro.send("London")
except StopIteration as stop:
    print("returned", stop.value)
try:
    coro.send(None)
except RuntimeError as error:
    print(error)
