import types

@types.coroutine
def pause(tag):
    try:
        got = yield tag
        print("got", got)
    except ValueError as error:
        print("pause saw", error)
        return "mended"
    finally:
        print("pause leaves", tag)
    return got

async def work():
    try:
        print("a:", await pause("a"))
        print("b:", await pause("b"))
    except KeyError as error:
        print("work saw", error)
        raise LookupError("again") from error
    finally:
        print("work leaves")

c = work()
print(c.send(None))
print(c.throw(ValueError("v")))
try:
    c.throw(KeyError("k"))
except LookupError as error:
    print(error, repr(error.__cause__))

c = work()
c.send(None)
c.close()
print("closed")

c = work()
try:
    c.throw(RuntimeError("before it began"))
except RuntimeError as error:
    print(error)
