async def f():
    raise StopIteration(3)

try:
    f().send(None)
except RuntimeError as error:
    print(error, repr(error.__cause__), error.__cause__.value)

async def g():
    try:
        await f()
    except RuntimeError as error:
        return str(error)

try:
    g().send(None)
except StopIteration as stop:
    print(stop.value)
