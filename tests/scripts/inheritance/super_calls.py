class Base:
    def __init__(self, name):
        self.name = name
        self.log = ["Base"]

    def describe(self):
        return f"Base {self.name}"

    def template(self):
        return "[" + self.hook() + "]"

    def hook(self):
        return "base hook"


class Middle(Base):
    def __init__(self, name, size):
        super().__init__(name)
        self.size = size
        self.log.append("Middle")

    def describe(self):
        return "Middle of " + super().describe()


class Leaf(Middle):
    def __init__(self):
        super().__init__("leaf", 3)
        self.log += ["Leaf"]

    def describe(self):
        return "Leaf of " + super().describe()

    def hook(self):
        return "leaf+" + super(Leaf, self).hook()


x = Leaf()
print(x.describe(), x.log, x.size, x.template(), Base("b").template())
print(
    isinstance(x, Base), issubclass(Leaf, Base), issubclass(Base, Leaf),
    isinstance(x, (int, Middle)), Leaf.__bases__, [c.__name__ for c in Leaf.__mro__],
)
print(
    Base.describe(x), super(Middle, x).describe(), Leaf.__base__.__name__,
    Base.__subclasses__() == [Middle],
)


class NoInit(Base):
    pass


try:
    NoInit()
except TypeError as error:
    print(error)


class Forgets(Base):
    def __init__(self):
        pass


try:
    Forgets().describe()
except AttributeError as error:
    print(error)


class A:
    @classmethod
    def make(cls):
        return "A makes " + cls.__name__


class B(A):
    @classmethod
    def make(cls):
        return "B then " + super().make()


print(B.make(), B().make())


class Stack(list):
    def push(self, item):
        self.append(item)

    def peek(self):
        return self[-1]


s = Stack([1, 2])
s.push(5)
print(
    s, len(s), s.peek(), isinstance(s, list), s == [1, 2, 5], type(s[:2]).__name__,
    type(s + [1]).__name__, sum(s),
)


class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __missing__(self, key):
        return "missing " + key


u = Upper()
u["a"] = 1
print(u, u["A"], u["b"], u.get("b"), len(u))


class Meter(float):
    def __new__(cls, value):
        return super().__new__(cls, value * 100)

    def __str__(self):
        return f"{float(self)}cm"


print(Meter(2), Meter(2) + 1, isinstance(Meter(1), float), repr(Meter(1.5)))


class Text(str):
    def shout(self):
        return self.upper() + "!"


class Number(int):
    def __add__(self, other):
        return Number(int(self) + other + 1)


print(
    Text("hi").shout(), Text("a") + "b", {Text("k"): 1}["k"], Number(3) + 4, Number(3) * 2,
    type(Number(3) + 4).__name__, type(Number(3) * 2).__name__,
)
