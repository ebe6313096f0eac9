class Temperature:
    def __init__(self, degrees):
        self.degrees = degrees

    def __eq__(self, other):
        return self.degrees == other.degrees if isinstance(other, Temperature) else NotImplemented

    def __lt__(self, other):
        return self.degrees < other.degrees

    def __le__(self, other):
        return self.degrees <= other.degrees

    def __hash__(self):
        return hash(self.degrees)

    def __int__(self):
        return int(self.degrees)

    def __float__(self):
        return float(self.degrees)

    def __bool__(self):
        return self.degrees != 0

    def __round__(self, digits=0):
        return Temperature(round(self.degrees, digits))

    def __repr__(self):
        return f"{self.degrees}°"

    def __sub__(self, other):
        return Temperature(self.degrees - getattr(other, "degrees", other))

    def __rsub__(self, other):
        return Temperature(other - self.degrees)

    def __isub__(self, other):
        self.degrees -= other
        return self

    def __divmod__(self, other):
        return divmod(self.degrees, other)

    def __lshift__(self, n):
        return f"{self} << {n}"

    def __rand__(self, other):
        return f"{other} & {self}"

    def __xor__(self, other):
        return "xor"

    def __ior__(self, other):
        return f"{self} |= {other}"


a, b = Temperature(20.5), Temperature(-3)
print(
    a > b, a >= b, a < b, a == Temperature(20.5), a != b, a == 20.5, max(a, b),
    sorted([a, b, Temperature(5)]),
)
print(
    int(a), float(b), bool(Temperature(0)), round(a), round(a, 1), a - b, a - 1, 1 - a,
    divmod(a, 7), a << 2, "x" & a, a ^ 1, {a: 1}[Temperature(20.5)],
)
c = a
a -= 5
print(a, c, a is c)
a |= "or"
print(a)


class Everything:
    def __getattr__(self, name):
        return lambda *args: (name, args)


e = Everything()
print(e.anything(1, 2), e.other())
try:
    len(e)
except TypeError as error:
    print(error)


class Iter:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return (i for i in range(self.n))

    def __len__(self):
        return self.n

    def __contains__(self, x):
        return x == "magic"

    def __getitem__(self, i):
        return i * 100


it = Iter(3)
print(
    list(it), len(it), "magic" in it, 1 in it, it[5], it[-1], *it, tuple(it),
    set(it) == {0, 1, 2}, dict(zip(it, it)), sum(it), min(it), [*reversed(list(it))],
    list(reversed(it)),
)
