class Countdown:
    def __init__(self, start):
        self.n = start

    def __iter__(self):
        print("iter")
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


for n in Countdown(3):
    print(n)
c = Countdown(2)
print(next(c), next(c), next(c, "done"))
try:
    next(c)
except StopIteration as stop:
    print("stopped", stop.value, stop.args)
print(
    list(Countdown(3)), sum(Countdown(4)), max(Countdown(2)), 2 in Countdown(3),
    tuple(Countdown(1)), sorted(Countdown(3)), [*Countdown(2)],
)
it = iter([1, 2, 3])
print(next(it), list(it), list(it), next(it, None), iter(it) is it)


class Fresh:
    def __iter__(self):
        yield 1
        yield 2


f = Fresh()
print(list(f), list(f), [(a, b) for a in f for b in f], dict(enumerate(f)))
a, b = f
print(a, b, list(zip(f, f, "xyz")), list(map(str, f)), any(x > 1 for x in f), all(f))
print(list(iter(lambda values=iter([5, 6, 0, 7]): next(values), 0)))
z = zip([1, 2], [3])
print(next(z), next(z, "end"), list(zip()), list(zip([1])))
try:
    print(list(zip([1, 2], [3], strict=True)))
except ValueError as error:
    print(error)
try:
    list(zip([1], [2, 3], strict=True))
except ValueError as error:
    print(error)
e = enumerate("ab", start=5)
print(next(e), list(e), list(reversed(range(3))), list(filter(lambda x: x % 2, range(6))))


class NotIterator:
    def __iter__(self):
        return 5


for attempt in (
    lambda: list(NotIterator()), lambda: next(5), lambda: iter(5, 6), lambda: [x for x in 5],
):
    try:
        attempt()
    except TypeError as error:
        print(error)
it = iter([1, 2, 3, 4])
print(
    [(x, next(it)) for x in it], type(iter([])).__name__, type(iter({})).__name__,
    type(iter("")).__name__, type(iter(())).__name__, type(iter(range(1))).__name__,
    type(iter(set())).__name__,
)
