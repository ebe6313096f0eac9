import types

@types.coroutine
def stubborn():
    for _ in range(2):
        try:
            yield 1
        except GeneratorExit:
            pass

async def outer():
    await stubborn()

c = outer()
c.send(None)
try:
    c.close()
except RuntimeError as error:
    print(error)
c.close()
print(c.cr_frame)
