# Dispatch on abstract classes, cached and partial methods.
from collections import abc
import copy
import functools


@functools.singledispatch
def kind(value):
    return "object"


@kind.register(abc.Sized)
def _(value):
    return "sized"


@kind.register
def _(value: abc.Sequence):
    return "sequence"


@kind.register(abc.Mapping)
def _(value):
    return "mapping"


@kind.register
def _(value: int | float):
    return "number"


print([kind(value) for value in (5, 2.5, True, None, [], (), "s", {}, {1}, object())])
print(kind.dispatch(dict) is kind.registry[abc.Mapping])


@functools.singledispatch
def either(value):
    return "object"


either.register(abc.Iterable, lambda value: "iterable")
either.register(abc.Sized, lambda value: "sized")


class Both:
    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0


try:
    print(either(Both()))
except RuntimeError as error:
    print("RuntimeError")


class Counter:
    def __init__(self):
        self.asked = 0

    @functools.lru_cache
    def square(self, n):
        self.asked += 1
        return n * n

    def add(self, a, b=0, *, times=1):
        return (a + b) * times

    add_five = functools.partialmethod(add, 5)
    twice = functools.partialmethod(add, times=2)
    static = functools.partialmethod(staticmethod(lambda *args: args), 1)
    by_class = functools.partialmethod(classmethod(lambda cls, *args: (cls.__name__, args)), 2)


counter = Counter()
print(counter.square(3), counter.square(3), counter.asked, counter.add_five(1), counter.twice(1, 2))
print(counter.static(2), Counter.by_class(3), counter.by_class(4))
half = functools.partial(int, base=16)
half.note = "kept"
print(copy.copy(half)("ff"), copy.deepcopy(half).note, functools.partial(half, "10")())


class Named(functools.partial):
    pass


print(repr(Named(print, 1, sep="-")), repr(vars(Counter)["twice"])[:40])
for call in (lambda: functools.reduce(max, 5), lambda: functools.reduce(max, [])):
    try:
        call()
    except TypeError as error:
        print(error)
