def record(event, log=None, /, *, level="info", **fields):
    log = [] if log is None else log
    log.append((event, level, fields))
    return log


print(
    record("a"), record("b", level="warn", user="x"),
    record("c", [1], log="keyword of the same name"),
)
count = 0


def now():
    global count
    count += 1
    return count


def stamped(at=now(), *, again=now()):
    return at, again


print(stamped(), stamped(), count, stamped(9), stamped(again=8))


def outer(a, b):
    a, b = b, a
    return locals()


print(outer(1, 2))


def many(a, b=2, *c, d, e=5, **f):
    return a, b, c, d, e, f


print(many(1, d=4), many(1, 2, 3, 4, d=5, z=6), many(d=1, a=0), many(*range(4), **{"d": 9, "q": 7}))
for text, attempt in (
    ("missing two", lambda: many()),
    ("missing keyword", lambda: many(1)),
    ("twice", lambda: many(1, a=2, d=3)),
    ("unpacked twice", lambda: many(1, d=3, **{"d": 4})),
    ("positional only", lambda: record(event="x")),
    ("not a mapping", lambda: many(1, **[1])),
    ("not iterable", lambda: many(*5, d=1)),
    ("key not text", lambda: many(1, **{5: 1})),
    ("too many", lambda: outer(1, 2, 3)),
    ("too many with default", lambda: stamped(1, 2)),
    ("unexpected", lambda: outer(1, 2, c=3)),
    ("missing three", lambda: (lambda a, b, c: 0)()),
    ("method", lambda: [].append()),
    ("method of text", lambda: "".join(1, 2)),
    ("builtin keyword", lambda: len(x=1)),
    ("class", lambda: int(1, 2, 3)),
):
    try:
        print(text, attempt())
    except TypeError as error:
        print(f"{text}: {error}")


def f(a, *args, b=1):
    return a, args, b


g = f
print(
    g(*"abc"), f(*[1], *[2, 3], b=0), f(1, *(), **{}), (lambda *, k: k)(k=3),
    (lambda *a, **k: (a, k))(1, x=2),
)
