def show(*args, **kwargs):
    print(args, kwargs)


show(*"ab", *[1], x=1, **{"y": 2}, **{"z": 3})
show(*(), **{})
defaults = [1]


def late(x=defaults, y=len(defaults)):
    return x, y


defaults.append(2)
print(late())


def kwonly(a, *, b, c=3):
    return a, b, c


print(kwonly(1, b=2), kwonly(b=5, a=4, c=6))


def mutate(items, n):
    items.append(n)
    items = ["rebound"]
    n += 1
    return items, n


outside = [0]
number = 5
print(mutate(outside, number), outside, number)


def returns_many():
    return 1, *[2, 3], *{"k": 4}


print(returns_many())


