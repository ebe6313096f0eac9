def echo():
    result = None
    while True:
        try:
            result = yield result
        except KeyError as error:
            result = f"key {error}"
        except StopIteration:
            return "stopped"


g = echo()
next(g)
print(g.send(1), g.throw(KeyError("a")), g.throw(KeyError), g.send(2))
try:
    g.throw(StopIteration)
except StopIteration as stop:
    print("returned", stop.value)
try:
    g.throw(ValueError("after the end"))
except ValueError as error:
    print(error)
print(g.close(), next(g, "over"))


def delegate(inner):
    try:
        result = yield from inner
    except ValueError as error:
        result = f"outer caught {error}"
    print("result", result)
    yield "last"


class Iterator:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration("done")
        return self.n

    def throw(self, *args):
        print("throw", args[0].__class__.__name__)
        return "thrown"

    def send(self, value):
        print("send", value)
        return value

    def close(self):
        print("closed")


d = delegate(Iterator())
print(next(d), d.send("hi"), d.throw(KeyError("k")), next(d))
d.close()
d = delegate(Iterator())
print(list(d))
d = delegate(iter([1, 2]))
next(d)
print(d.throw(ValueError("v")))
d = delegate(iter([1, 2]))
next(d)
try:
    d.send(5)
except AttributeError as error:
    print(error)


def with_finally(log):
    try:
        yield 1
        yield 2
    finally:
        log.append("cleaned")


log = []
for x in with_finally(log):
    break
g = with_finally(log)
next(g)
g.close()
print(log[-1], len(log))


def returns_value():
    return 5
    yield


def chain():
    a = yield from returns_value()
    b = yield from (x for x in "ab")
    c = yield from range(2)
    return a, b, c


g, out = chain(), []
while True:
    try:
        out.append(next(g))
    except StopIteration as stop:
        print(out, stop.value)
        break
