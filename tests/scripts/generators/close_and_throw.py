def worker():
    print("open")
    try:
        while True:
            try:
                x = yield "ready"
                print("x", x)
            except ValueError as error:
                print("handled", error)
                yield "recovered"
    finally:
        print("cleanup")


w = worker()
print(next(w), w.send(1), w.throw(ValueError("bad")), next(w))
w.close()
w.close()
try:
    next(w)
except StopIteration:
    print("closed")
w = worker()
next(w)
try:
    w.throw(KeyError("k"))
except KeyError as error:
    print("escaped", error)
print(next(w, "finished"))


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print("refuse")
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)


def quiet():
    try:
        yield 1
    except GeneratorExit:
        print("asked to go")
        raise


q = quiet()
next(q)
q.close()
fresh = quiet()
fresh.close()
try:
    quiet().throw(TypeError("before start"))
except TypeError as error:
    print(error)


def bad():
    yield 1
    raise StopIteration("inside")


b = bad()
next(b)
try:
    next(b)
except RuntimeError as error:
    print(error, repr(error.__cause__))


def selfish():
    yield next(me)


me = selfish()
try:
    next(me)
except ValueError as error:
    print(error)


def inner():
    try:
        yield 1
    except ValueError:
        yield "inner caught"
    finally:
        print("inner done")


def outer():
    try:
        yield from inner()
    finally:
        print("outer done")


o = outer()
next(o)
print(o.throw(ValueError))
o.close()


def in_with():
    for i in range(3):
        try:
            yield i
        finally:
            print("left", i)


for i in in_with():
    if i == 1:
        break
print("after break")
