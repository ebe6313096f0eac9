import os, sys as system
from a.b import c as d, e

module_global = 1


def plain(a, b=1, *args, c, d=2, **kwargs):
    local = a
    for index in range(b):
        local += index
    with open(a) as handle:
        first, *rest = handle
    try:
        pass
    except ValueError as error:
        print(error)
    import os.path
    import os.path as path
    del local
    return locals()


def positional_only(a, /, b, *, c):
    return lambda x, y=a: x + y + b


def closure(a, b):
    unused = 1
    shared = 2
    def inner():
        nonlocal shared
        shared += a
        def innermost():
            return shared, b
        return innermost
    global module_global, new_global
    module_global = new_global = inner
    def new_global(): pass
    return inner


def generator():
    yield 1
    yield from other()


async def coroutine():
    await generator()
    async for item in source:
        pass
    async with manager as value, other:
        pass
    return [x async for x in y], {x: y for x in await z}, (x async for x in y)


async def async_generator():
    yield 1


def walrus(items):
    if (n := len(items)) > 3:
        found = [last := item for item in items if (count := item)]
    return n, last, [[deep := i for i in row] for row in items]


def patterns(subject):
    match subject:
        case [a, *b] if c: return a
        case {"k": d, **e}: return d
        case Point(x=f) | [f]: return f
        case str() as g: return g


def annotated(a: int, *args: str) -> None:
    b: int = 1
    c: list[d] = []
    e.f: int = 3


total = [x for x in range(3)]
table = {k: (v, w) for k, v in total for w in v if w}
[y := 1, y ** 2]
[z := x for x in total]
