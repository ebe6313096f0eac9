def numbers():
    yield 1
    yield 2
    raise ValueError("no more")


def total():
    return sum(n * 2 for n in numbers())


print(next(numbers()))
total()
