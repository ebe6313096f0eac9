def arithmetic(a, b):
    return -a * (b + 1) - 2 ** b // 3 + 1 + 2 * 3


def folded():
    return 60 * 60 * 24, -1, "=" * 5, (1, (2, 3)), 1 << 4, 7 // 2, 1 / 4, not 3, __debug__


def not_folded():
    return 1 // 0, 1 << -1, "a" + 1


def choices(a, b, c):
    x = a or b and c
    y = a if b else c
    return not a, x, not a in b, not a is b


def comparisons(a, b, c):
    return a < b <= c, a in [1, 2], b not in {3, 4}


def subscripts(a, b):
    a[b] = a[1:2] + a[::b, 0]
    del a[b:]
    a[b] += 1
    a.x += b
    a.x.y = b


def walrus(a):
    return a + (a := 2) + a


def strings(a, b):
    return f"{a}", f"<{a!r:>{b}}> {b=}", "x" f"{a:.2f}"


def displays(a, b):
    return [a, *b, 1], {a, *b}, {"k": a, **b}, (a, *b), [1, 2, 3], {1, 2, 3}, [], {}, ()
