import sys

top = 1


def f(a, b=2, *args, **kw):
    c = 3
    return sorted(locals())


print(f(1), "top" in globals(), globals()["top"])
globals()["injected"] = 5
print(injected)


def outer():
    captured = 1

    def inner():
        return captured
    return inner


inner = outer()
print(
    inner.__closure__[0].cell_contents, inner.__code__.co_freevars, f.__code__.co_argcount,
    f.__code__.co_name, f.__globals__ is globals(), f.__kwdefaults__,
)
print(
    callable(f), f.__class__.__name__, hasattr(f, "__call__"), f.__get__ is not None,
    (lambda: 0).__name__, f.__module__, __file__.split("/")[-1],
)
f.__name__ = "renamed"
f.__defaults__ = (20,)
print(f.__name__, f.__qualname__, f(1), f.__defaults__)


def with_defaults(x, items=None):
    items = [] if items is None else items
    items.append(x)
    return items


print(with_defaults(1), with_defaults(2), with_defaults(3, [0]))
print(type(sys._getframe()).__name__, sys._getframe().f_code.co_name, sys._getframe().f_lineno)


def where():
    return sys._getframe(1).f_code.co_name


def caller():
    return where()


print(caller())


class Bound:
    def method(self):
        return "m"


m = Bound().method
print(
    m.__func__ is Bound.method, m.__name__, m == m, Bound().method == Bound().method,
    m.__self__.__class__.__name__,
)
try:
    m.attribute = 1
except AttributeError as error:
    print(error)
