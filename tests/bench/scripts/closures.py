"""Closures, nonlocal, lambdas, decorators, map and filter, functools."""

import functools


def make_counter():
    count = 0

    def increment(by=1):
        nonlocal count
        count += by
        return count

    return increment


def logged(function):
    calls = 0

    @functools.wraps(function)
    def wrapper(*arguments):
        nonlocal calls
        calls += 1
        return function(*arguments)

    return wrapper


@logged
def add(a, b):
    return a + b


def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value

    return composed


def work():
    counter = make_counter()
    for _ in range(900000):
        counter()
    total = counter(5)
    for i in range(300000):
        total += add(i, 1)
    chain = compose(lambda x: x + 1, lambda x: x * 2, lambda x: x - 3)
    for i in range(200000):
        total += chain(i)
    total += sum(map(lambda x: x + 1, range(300000)))
    total += len(list(filter(lambda x: x % 3, range(300000))))
    total += functools.reduce(lambda a, b: a + b, range(300000))
    makers = [lambda x, n=n: x + n for n in range(1000)]
    for _ in range(200):
        for maker in makers:
            total += maker(1)
    return total


print(work())
