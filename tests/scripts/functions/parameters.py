def f(a, b=2, *args, c, d=4, **rest):
    return a, b, args, c, d, rest


print(f(1, c=3), f(1, 9, 8, 7, c=3, e=5), f(c=1, a=2), f(*[1, 2, 3], **{"c": 4, "z": 5}))


def g(a, b, /, c, *, d):
    return a, b, c, d


print(g(1, 2, 3, d=4), g(1, 2, c=3, d=4))


def h(items=[]):
    items.append(len(items))
    return items


print(h(), h(), h([9]), h())


def k(a, /, **kw):
    return a, kw


print(k(1, a=2))


def only(*, key=None):
    return key


print(only(), only(key=1), f.__defaults__, f.__kwdefaults__, f.__name__)
for text, attempt in (
    ("f()", lambda: f()),
    ("f(1)", lambda: f(1)),
    ("f(1, c=1, a=2)", lambda: f(1, c=1, a=2)),
    ("g(1, 2, 3)", lambda: g(1, 2, 3)),
    ("g(1, b=2, c=3, d=4)", lambda: g(1, b=2, c=3, d=4)),
    ("g(1, 2, 3, 4)", lambda: g(1, 2, 3, 4)),
    ("only(1)", lambda: only(1)),
    ("only(nope=1)", lambda: only(nope=1)),
    ("h(1, 2)", lambda: h(1, 2)),
    ("k()", lambda: k()),
    ("f(1, c=1, **{'c': 2})", lambda: f(1, c=1, **{'c': 2})),
    ("(lambda x: x)()", lambda: (lambda x: x)()),
    ("(lambda: 0)(1)", lambda: (lambda: 0)(1)),
    ("f(**{1: 2}, c=3)", lambda: f(**{1: 2}, c=3)),
    ("h(*5)", lambda: h(*5)),
    ("g(d=4)", lambda: g(d=4)),
    ("print(1, 2, **{'sep': 1})", lambda: print(1, 2, **{'sep': 1})),
    ("len(obj=[])", lambda: len(obj=[])),
    ("two()", lambda: two()),
    ("two(1)", lambda: two(1)),
    ("two(1, 2, 3)", lambda: two(1, 2, 3)),
    ("two(1, 2, z=3)", lambda: two(1, 2, z=3)),
    ("three()", lambda: three()),
    ("three(1, 2)", lambda: three(1, 2)),
    ("two(1, x=1)", lambda: two(1, x=1)),
):
    def two(x, y): return x, y
    def three(x, y, z): return x
    try:
        print(attempt())
    except TypeError as error:
        print(f"{text}: {error}")
print(two(y=1, x=2))
