import functools
from functools import cache, cached_property, cmp_to_key, lru_cache
from functools import partial, reduce, singledispatch, wraps

print(
    reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], "start"),
    reduce(max, [3, 9, 2]),
)
try:
    reduce(lambda a, b: a, [])
except TypeError as error:
    print(error)


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())
fib.cache_clear()
print(fib.cache_info())


@lru_cache(maxsize=2)
def loud(x):
    print("compute", x)
    return x * 2


print(loud(1), loud(1), loud(2), loud(3), loud(1), loud.cache_info().hits)


@cache
def once(*args, **kwargs):
    print("once", args, kwargs)
    return 1


once(1, k=2)
once(1, k=2)
double = partial(lambda a, b, c=0: (a, b, c), 1, c=9)
print(double(2), double(2, c=3), double.args, double.keywords, partial(print, "x", sep="-")("y"))


def logged(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        "wrapper's"
        return function(*args, **kwargs)
    return wrapper


@logged
def documented(x):
    "the document"
    return x


print(documented.__name__, documented.__doc__, documented(5), documented.__wrapped__(6))


@singledispatch
def show(value):
    return f"other {value}"


@show.register
def _(value: int):
    return f"int {value}"


@show.register(list)
def _(value):
    return f"list of {len(value)}"


print(show(1), show([1, 2]), show("s"), show(True))


class Shape:
    @cached_property
    def area(self):
        print("measure")
        return 42


s = Shape()
print(s.area, s.area, s.__dict__)
print(sorted(["bb", "a", "ccc"], key=cmp_to_key(lambda a, b: len(b) - len(a))))
try:
    loud([])
except TypeError as error:
    print(error)
