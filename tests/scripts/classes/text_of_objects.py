class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x!r}, {self.y!r})"


class Named(Point):
    def __str__(self):
        return f"<{self.x};{self.y}>"


p, n = Point(1, "a"), Named(2, 3.0)
print(
    p, n, [p, n], {p.x: p}, (n,), f"{p} {n} {n!r}", str(n), repr(n), "%s %r" % (n, n),
    "{} {!r}".format(n, n),
)


class Bad:
    def __repr__(self):
        return 5


class BadStr:
    def __str__(self):
        return None


for make in (
    lambda: repr(Bad()), lambda: str(BadStr()), lambda: str(Bad()), lambda: print([Bad()]),
):
    try:
        make()
    except TypeError as error:
        print(error)


class Fails:
    def __repr__(self):
        raise ValueError("no text")


try:
    print(Fails())
except ValueError as error:
    print("failed:", error)


class Recursive:
    def __init__(self):
        self.items = [self]

    def __repr__(self):
        return f"R({len(self.items)})"


print(Recursive().items)
text = repr(object())
print(
    text.startswith("<object object at 0x"),
    repr(Point.__init__).startswith("<function Point.__init__ at 0x"),
)
print(
    repr(p.__init__).startswith("<bound method Point.__init__ of Point(1, 'a')>"), repr(len),
    repr([].append).startswith("<built-in method append of list"),
)
print(
    repr(int), repr(Point), repr(type), repr(None), repr(...), repr(NotImplemented), repr(range(3)),
    repr(print),
)
