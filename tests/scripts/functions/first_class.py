def apply(f, *args):
    return f(*args)


print(apply(max, 3, 7), apply(lambda: 5), apply(str.upper, "abc"), apply(print, "printed"))


def named(x: int, y: "str" = "d") -> bool:
    """Says something."""
    return True


print(
    named.__name__, named.__qualname__, named.__doc__, named.__module__,
    named.__annotations__["x"].__name__, named.__defaults__,
)
named.extra = 5
print(named.extra, named.__dict__, callable(named), callable(5), callable(int))
functions = [len, sum, sorted, max]
print([f([3, 1, 2]) for f in functions])
print(
    list(map(lambda a, b: a + b, [1, 2], [10, 20])), list(filter(None, [0, 1, "", "a"])),
    list(filter(str.isdigit, "a1b2")),
)


def returns_nothing():
    pass


print(returns_nothing())


def early(n):
    if n:
        return
    print("late")


print(early(1), early(0))


def decorator(function):
    def wrapper(*args, **kwargs):
        print("before", function.__name__)
        result = function(*args, **kwargs)
        print("after", result)
        return result
    return wrapper


def repeat(times):
    def decorate(function):
        def wrapper(*args):
            return [function(*args) for _ in range(times)]
        return wrapper
    return decorate


@decorator
@repeat(2)
def greet(name):
    return "hi " + name


print(greet("Al"))
print(greet.__name__)
methods = "a-b-c".split
print(methods("-"), [].append.__name__, "".join.__name__, len.__name__, int.__name__)
