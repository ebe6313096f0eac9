def nothing(): pass
def plain(a, b, c): return a
def defaults(a, b=1, c=2,): return a, b, *c
def positional_only(a, /): return
def mixed(a, b=1, /, c=2, *args, d, e=3, **kwargs): pass
def bare_star(a, *, b, c=1): pass
def star_only(*, a): pass
def slash_default(a=1, /, b=2): pass
def slash_then_star(a, /, *, b): pass
def var(*args): pass
def keyword(**kwargs): pass
def after_var(*args, a, **kwargs,): pass
def annotated(a: int, b: "str" = "x", *args: *Types, c: list[int] = [], **kw: dict) -> None:
    """Docstring."""
    nonlocal_ = 1
    def inner():
        nonlocal nonlocal_, other
        global g
        nonlocal_ += 1
        return lambda: nonlocal_
    return inner


def generator():
    x = yield
    y = yield x, *y
    z = yield from other()
    (yield)
    w = [(yield 1), (yield)]
    x += yield 2
    f(yield_, (yield))
    yield
    yield 1; yield 2,
    return (yield)


@decorator
@module.decorator(1, key="x")
@names[0]
@(lambda f: f)
@cached := cache
def decorated(): ...


async def coroutine(a, *, b=1):
    await a
    x = await a.b(c)[0]
    y = await a ** 2
    async with a as b, c: pass
    async with (a as b, c): pass
    async for i, j in aiter(): pass
    else: pass
    return [x async for x in y if await x if x]


@d
async def decorated_coroutine() -> int: yield 1


class Empty: pass
class Parens(): pass
class Derived(Base, mod.Other, *bases, metaclass=Meta, **options,):
    """Docstring."""
    x: int = 1
    y = x

    def method(self, *, key=None) -> "Derived":
        return super().method()

    class Inner(Base): z = 1

@dataclass
@other(frozen=True)
class Decorated: pass

lambda: 0
lambda a, b=1, *args, c, d=2, **kw: (a, b)
lambda a, /, b: a
lambda *, a: a
lambda *a, b: lambda **k: k
lambda a=lambda: 1, /, *, b=2,: a
f = lambda x: x if x else -x
f = lambda: (yield)
