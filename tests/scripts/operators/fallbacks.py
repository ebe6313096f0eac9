class L:
    def __add__(self, other):
        print("L.__add__")
        return NotImplemented

    def __eq__(self, other):
        print("L.__eq__")
        return NotImplemented

    def __lt__(self, other):
        print("L.__lt__")
        return NotImplemented


class R:
    def __radd__(self, other):
        print("R.__radd__")
        return "R did it"

    def __eq__(self, other):
        print("R.__eq__")
        return True

    def __gt__(self, other):
        print("R.__gt__")
        return "greater"


print(L() + R())
print(L() == R(), R() == L(), L() != R())
print(L() < R())
print(L() == 5, 5 == L())
try:
    L() + 1
except TypeError as error:
    print(error)
try:
    L() < L()
except TypeError as error:
    print(error)


class Base:
    def __add__(self, other):
        return "Base.__add__"

    def __radd__(self, other):
        return "Base.__radd__"


class Derived(Base):
    def __radd__(self, other):
        return "Derived.__radd__"


print(Base() + Derived(), Derived() + Base(), Base() + Base(), 1 + Derived())


class Inplace:
    def __add__(self, other):
        return "add"

    def __iadd__(self, other):
        return NotImplemented


x = Inplace()
x += 1
print(x)


class Truthy:
    def __eq__(self, other):
        return "not a bool"


print(Truthy() == 1, Truthy() != 1, Truthy() in [5], [Truthy()] == [5])


class Odd:
    def __contains__(self, item):
        return item * 2

    def __len__(self):
        return -1


print(3 in Odd(), 0 in Odd())
for attempt in (lambda: len(Odd()), lambda: bool(Odd())):
    try:
        attempt()
    except ValueError as error:
        print(error)


class Index:
    def __index__(self):
        return 2


print(
    [10, 20, 30][Index()], "abcd"[Index():], range(Index()), hex(Index()), list(range(5))[:Index()],
    int(Index()), float(Index()),
)
