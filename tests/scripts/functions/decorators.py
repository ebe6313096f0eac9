registry = []


def register(function):
    registry.append(function.__name__)
    return function


def tag(name):
    print("tag made", name)

    def decorate(function):
        print("tag applied", name)
        return lambda *a: f"<{name}>{function(*a)}</{name}>"
    return decorate


@tag("b")
@tag("i")
@register
def text(s):
    return s


print(text("hi"), registry)


class CountCalls:
    def __init__(self, function):
        self.function, self.calls = function, 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)


@CountCalls
def square(n):
    return n * n


print(square(3), square(4), square.calls)


def add_repr(cls):
    cls.__repr__ = lambda self: f"{cls.__name__}{vars(self)}"
    return cls


@add_repr
class P:
    def __init__(self):
        self.a = 1


print(P())


def memo(function):
    known = {}

    def wrapper(n):
        if n not in known:
            known[n] = function(n)
        return known[n]
    wrapper.known = known
    return wrapper


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(30), len(fib.known))
table = {"x": lambda f: f() + 1}


@table["x"]
@(lambda f: f)
def five():
    return 4


print(five)


class Methods:
    def shout(function):
        def wrapper(self, *args):
            return function(self, *args).upper()
        return wrapper

    @shout
    def hello(self, who):
        return "hello " + who


print(Methods().hello("bo"))
