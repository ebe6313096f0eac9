# What an access at one place of the program has learned must not outlive a change.


class Base:
    kind = "base"

    def greet(self):
        return "base greets"

    @staticmethod
    def double(n):
        return n * 2

    @classmethod
    def who(cls):
        return cls.__name__

    @property
    def size(self):
        return 1


class Derived(Base):
    def greet(self):
        return "derived, " + super().greet()


def look(thing):
    return thing.kind, thing.greet(), thing.double(4), thing.who(), thing.size


thing = Derived()
for _ in range(3):
    print(look(thing))
Base.kind = "changed"
print(look(thing))
thing.kind = "own"
print(look(thing))
del thing.kind
print(look(thing))
Base.greet = lambda self: "other"
print(look(thing))
thing.greet = lambda: "mine"
print(look(thing))
del thing.greet
print(look(thing))
Derived.double = staticmethod(lambda n: n * 3)
print(look(thing))
Derived.who = classmethod(lambda cls: "it is " + cls.__name__)
print(look(thing))
Derived.size = property(lambda self: 2)
print(look(thing))
Derived.size = 5
print(look(thing))
thing.size = 6
print(look(thing))
del Derived.size
try:
    look(thing)
except AttributeError as error:
    print(error)
print(thing.size)
del thing.__dict__["size"]
print(look(thing))


# The class itself, its subclasses and instances at one place.
def kind_of(what):
    return what.kind


print([kind_of(what) for what in (Base, Derived, Base(), Derived(), Base, thing)])
Derived.kind = "derived's"
print([kind_of(what) for what in (Base, Derived, Base(), Derived(), Base, thing)])


def make(cls):
    return cls.who()


print([make(cls) for cls in (Base, Derived, Base, Base(), Derived())])


# super() in one method, for objects of several classes.
class Left:
    def name(self):
        return "left"


class Right:
    def name(self):
        return "right"


class Named:
    def name(self):
        return type(self).__name__ + ", " + super().name()


class First(Named, Left):
    pass


class Second(Named, Right):
    pass


for each in (First(), First(), Second(), Second(), First()):
    print(each.name())
Left.name = lambda self: "new left"
for each in (First(), First(), Second(), Second(), First()):
    print(each.name())


# Setting: own slots, properties, classes with __slots__, in any order.
class Guarded:
    def __init__(self):
        self.first = 0
        self.log = []

    @property
    def value(self):
        return self.first

    @value.setter
    def value(self, new):
        self.log.append(new)
        self.first = new


class Slotted:
    __slots__ = ("first", "value")


class Free:
    pass


def put(target, number):
    target.value = number
    return target.value


guarded, slotted, free = Guarded(), Slotted(), Free()
for target in (guarded, guarded, slotted, slotted, free, free, guarded, slotted, free):
    print(type(target).__name__, put(target, len(guarded.log)))
del slotted.value
try:
    slotted.value
except AttributeError as error:
    print("no", error)
print(put(slotted, 9))
Guarded.value = None
print(put(guarded, 7), guarded.log)


# Names of instances that come in another order.
class Loose:
    def __init__(self, order):
        for name in order:
            setattr(self, name, name.upper())


def read(loose):
    return loose.a + loose.b + loose.c


print([read(Loose(order)) for order in ("abc", "abc", "cba", "bac", "abc")])


# Descriptors of the script's own, and __getattr__.
class Descriptor:
    def __get__(self, instance, owner=None):
        return "described"


class Described:
    plain = 1

    def __getattr__(self, name):
        return "made " + name


def plain_of(what):
    return what.plain


described = Described()
print(plain_of(described), plain_of(described))
Described.plain = Descriptor()
print(plain_of(described), plain_of(Described))
del Described.plain
print(plain_of(described))


# __init__ that changes, and calls that do not fit it.
class Made:
    def __init__(self, x):
        self.x = x


def build(*arguments):
    return Made(*arguments).x


print(build(1), build(2))
Made.__init__ = lambda self, x, y=5: setattr(self, "x", x + y)
print(build(1), build(1, 1))
try:
    build()
except TypeError as error:
    print(error)
del Made.__init__
try:
    build(1)
except TypeError as error:
    print(error)
