def parameters(a, b):
    c = a + b
    return c


def maybe_unbound(flag):
    if flag:
        x = 1
    return x


def bound_on_both_ways(flag):
    if flag:
        x = 1
    else:
        x = 2
    return x


def deleted(x):
    del x
    return x


def bound_by_loop(items):
    for item in items:
        pass
    return item


def bound_after_try():
    try:
        x = 1
        y = f()
    except E:
        return x
    return x, y


def swap(a, b):
    a, b = b, a
    a, b = b, a + b
    return a
