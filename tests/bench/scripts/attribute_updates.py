"""Attributes read and written; slots; class attributes; properties."""


class Plain:
    scale = 3

    def __init__(self):
        self.x = 0
        self.y = 1


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self):
        self.x = 0
        self.y = 1


class Guarded:
    def __init__(self):
        self._value = 0

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, new):
        self._value = new


def plain(times):
    thing = Plain()
    for _ in range(times):
        thing.x += thing.y
        thing.y = thing.x & thing.scale
    return thing.x


def slotted(times):
    thing = Slotted()
    for _ in range(times):
        thing.x += thing.y
        thing.y = thing.x & 3
    return thing.x


def guarded(times):
    thing = Guarded()
    for _ in range(times):
        thing.value += 1
    return thing.value


print(plain(2000000), slotted(2000000), guarded(1000000))
