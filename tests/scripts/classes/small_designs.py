class Stack:
    def __init__(self, *items):
        self._items = list(items)

    def push(self, item):
        self._items.append(item)
        return self

    def pop(self):
        if not self._items:
            raise IndexError("pop from empty stack")
        return self._items.pop()

    def __len__(self):
        return len(self._items)

    def __bool__(self):
        return bool(self._items)

    def __iter__(self):
        return reversed(self._items)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, self._items))})"


class Limited(Stack):
    def __init__(self, limit, *items):
        super().__init__(*items)
        self.limit = limit

    def push(self, item):
        if len(self) >= self.limit:
            raise OverflowError(f"more than {self.limit}")
        return super().push(item)


s = Stack(1).push(2).push("three")
print(s, len(s), list(s), s.pop(), "three" in s, bool(Stack()))
try:
    Limited(2, "a").push("b").push("c")
except OverflowError as error:
    print(error)
try:
    Stack().pop()
except IndexError as error:
    print(error)


class Fraction:
    def __init__(self, top, bottom=1):
        if bottom == 0:
            raise ZeroDivisionError("bottom is zero")
        a, b = abs(top), abs(bottom)
        while b:
            a, b = b, a % b
        sign = -1 if top * bottom < 0 else 1
        self.top, self.bottom = sign * abs(top) // a, abs(bottom) // a

    def __add__(self, other):
        other = other if isinstance(other, Fraction) else Fraction(other)
        return Fraction(
            self.top * other.bottom + other.top * self.bottom, self.bottom * other.bottom
        )

    __radd__ = __add__

    def __mul__(self, other):
        return Fraction(self.top * other.top, self.bottom * other.bottom)

    def __eq__(self, other):
        return (self.top, self.bottom) == (other.top, other.bottom)

    def __lt__(self, other):
        return self.top * other.bottom < other.top * self.bottom

    def __str__(self):
        return f"{self.top}/{self.bottom}" if self.bottom != 1 else str(self.top)

    __repr__ = __str__


f = [Fraction(1, 2), Fraction(-2, 6), Fraction(3, 4)]
print(f, sum(f), f[0] * f[1], sorted(f), max(f), Fraction(2, 4) == Fraction(1, 2), f[0] + 1)
try:
    Fraction(1, 0)
except ZeroDivisionError as error:
    print(error)


class Observable:
    def __init__(self):
        self._observers = {}

    def on(self, name):
        def register(function):
            self._observers.setdefault(name, []).append(function)
            return function
        return register

    def emit(self, name, *args):
        return [function(*args) for function in self._observers.get(name, ())]


o = Observable()


@o.on("add")
def log(a, b):
    return f"log {a} {b}"


@o.on("add")
def total(a, b):
    return a + b


print(o.emit("add", 1, 2), o.emit("nothing"))
