def count(n):
    print("start")
    for i in range(n):
        got = yield i
        if got:
            print("got", got)
    print("end")
    return "result"


g = count(3)
print(type(g).__name__, next(g), next(g))
print(g.send("hello"))
try:
    next(g)
except StopIteration as stop:
    print("value", stop.value)
print(list(g), next(g, "empty"))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


import itertools
print(list(itertools.islice(fib(), 12)))


def pipeline(numbers):
    squares = (n * n for n in numbers)
    return (s for s in squares if s % 2)


print(
    list(pipeline(range(8))), sum(x for x in range(5)), list(x + y for x in "ab" for y in "cd"),
    max((len(w) for w in ["a", "bbb"]), default=0),
)


def inner():
    received = yield 1
    print("inner got", received)
    yield 2
    return "inner result"


def outer():
    result = yield from inner()
    print("outer has", result)
    yield from [10, 20]
    yield from "xy"


o = outer()
print(next(o), o.send("S"), list(o))


def average():
    total = n = 0
    mean = None
    while True:
        value = yield mean
        total += value
        n += 1
        mean = total / n


a = average()
next(a)
print(a.send(10), a.send(20), a.send(30))
try:
    average().send(5)
except TypeError as error:
    print(error)


def empty():
    return
    yield


print(list(empty()), [x for x in empty()])


def walk(tree):
    if tree:
        left, value, right = tree
        yield from walk(left)
        yield value
        yield from walk(right)


print(list(walk(((None, 1, None), 2, ((None, 3, None), 4, None)))))
x = 10
late = (x * i for i in range(3))
x = 100
print(list(late))
print((i for i in range(3)).__next__(), count.__name__, g.__name__, next(i for i in [7]))
