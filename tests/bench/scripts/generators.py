"""Generators: for loops over them, expressions, send, yield from, next, pipelines."""


def count_to(limit):
    n = 0
    while n < limit:
        yield n
        n += 1


def nested(depth):
    if depth:
        yield from nested(depth - 1)
        yield depth
        yield from nested(depth - 1)


def averager():
    total = 0
    value = yield 0
    while True:
        total += value
        value = yield total


def evens(numbers):
    for n in numbers:
        if n % 2 == 0:
            yield n


def squares(numbers):
    for n in numbers:
        yield n * n


def work():
    total = 0
    for n in count_to(900000):
        total += n
    total += sum(n * n for n in range(700000))
    total += sum(nested(14))
    running = averager()
    next(running)
    for i in range(300000):
        running.send(i)
    total += sum(squares(evens(count_to(300000))))
    numbers = count_to(300000)
    while next(numbers, None) is not None:
        total += 1
    return total


print(work())
