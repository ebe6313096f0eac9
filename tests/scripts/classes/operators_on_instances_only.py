class A:
    pass


a = A()
a.__len__ = lambda: 5
a.__add__ = lambda other: "no"
a.__call__ = lambda: "called"
for text, attempt in (("len", lambda: len(a)), ("add", lambda: a + 1), ("call", lambda: a())):
    try:
        print(attempt())
    except TypeError as error:
        print(text, error)
print(a.__len__(), a.__call__())
A.__len__ = lambda self: 7
print(len(a), bool(a))
A.__iter__ = lambda self: iter("ab")
print(list(a), "a" in a, sorted(a, reverse=True))


class Int(int):
    def __repr__(self):
        return f"Int({int(self)})"

    def __add__(self, other):
        return Int(int(self) + other)

    def __eq__(self, other):
        return True

    __hash__ = int.__hash__


print(
    Int(3), [Int(3)], Int(3) + 4, Int(3) == "x", Int(3) != "x", f"{Int(3)}", f"{Int(3):03d}",
    Int(3) * 2, sum([Int(1), Int(2)]), int(Int(5)), {Int(1): "a"}[1],
)


class Conv:
    def __int__(self):
        return 7

    def __float__(self):
        return 7.5

    def __complex__(self):
        return 7j

    def __round__(self, n=None):
        return ("round", n)

    def __trunc__(self):
        return 6

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __bytes__(self):
        return b"conv"

    def __hash__(self):
        return 99

    def __sizeof__(self):
        return 1

    def __dir__(self):
        return ["b", "a"]


import math
c = Conv()
print(
    int(c), float(c), complex(c), round(c), round(c, 2), math.trunc(c), math.floor(c), math.ceil(c),
    bytes(c), hash(c), dir(c),
)
