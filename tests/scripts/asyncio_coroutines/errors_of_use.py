async def f():
    return 1

def show(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)

c = f()
show(lambda: c.send(5))
show(lambda: c.send(None))
show(lambda: c.send(None))
show(lambda: iter(f_again))
f_again = f()
show(lambda: iter(f_again))
show(lambda: next(f_again))
show(lambda: [x for x in f_again])
f_again.close()
show(lambda: f_again.send(None))

def plain_generator():
    yield from f_third

f_third = f()
show(lambda: next(plain_generator()))
f_third.close()

async def awaits(value):
    await value

for value in (5, "text", None, [1], f):
    show(lambda: awaits(value).send(None))
