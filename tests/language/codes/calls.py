def plain(f, x):
    f()
    f(x, 1)
    return f(f(x))


def methods(a):
    a.b().c(1).d


def keywords(f, x):
    f(x, y=1, z=x)
    f.g(k=x)


def spread(f, x, y):
    f(*x)
    f(1, *x, a=2, **y)
    f.g(**y)
