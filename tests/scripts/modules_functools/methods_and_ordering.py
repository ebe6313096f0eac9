from functools import cached_property, partial, partialmethod, reduce, singledispatchmethod, total_ordering, update_wrapper


@total_ordering
class Size:
    names = ["S", "M", "L"]

    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return self.name == other.name

    def __lt__(self, other):
        return self.names.index(self.name) < self.names.index(other.name)


s, m = Size("S"), Size("M")
print(s < m, s <= m, s > m, s >= m, max(s, m).name, s != m)


class Cell:
    def __init__(self):
        self.alive = False

    def set(self, value):
        self.alive = value
        return self.alive

    live = partialmethod(set, True)
    die = partialmethod(set, False)


print(Cell().live(), Cell().die())


class Show:
    @singledispatchmethod
    def show(self, value):
        return f"thing {value}"

    @show.register
    def _(self, value: int):
        return f"int {value}"

    @show.register(str)
    def _(self, value):
        return f"text {value}"


print(Show().show(1), Show().show("a"), Show().show(2.5))


class Data:
    calls = 0

    @cached_property
    def mean(self):
        Data.calls += 1
        return 5


d = Data()
print(d.mean, d.mean, Data.calls)
del d.mean
print(d.mean, Data.calls)
basetwo = partial(int, base=2)
print(
    basetwo("101"), basetwo.func is int, basetwo.keywords, partial(max, 5)(3, 9),
    partial(partial(pow, 2), 3)(),
)
print(
    reduce(lambda acc, x: acc + [x] if x not in acc else acc, [1, 2, 1], []),
    reduce(lambda f, g: lambda x: g(f(x)), [str, len, lambda n: n + 1])(12345),
)


def f():
    "doc"


def g():
    pass


update_wrapper(g, f)
print(g.__name__, g.__doc__, g.__wrapped__ is f)
