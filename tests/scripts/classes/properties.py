class Celsius:
    def __init__(self, degrees=0):
        self.degrees = degrees

    @property
    def degrees(self):
        """Degrees."""
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273.15:
            raise ValueError("below zero")
        self._degrees = value

    @degrees.deleter
    def degrees(self):
        print("gone")
        del self._degrees

    @property
    def fahrenheit(self):
        return self.degrees * 9 / 5 + 32

    @staticmethod
    def freezing():
        return 0

    @classmethod
    def boiling(cls):
        return cls(100)


c = Celsius(25)
print(
    c.degrees, c.fahrenheit, Celsius.freezing(), c.freezing(), Celsius.boiling().degrees,
    c.boiling().degrees,
)
c.degrees = 30
c.degrees += 5
print(c.degrees, c.fahrenheit, Celsius.degrees.__doc__, c.__dict__)
try:
    c.degrees = -300
except ValueError as error:
    print(error)
try:
    c.fahrenheit = 5
except AttributeError as error:
    print(error)
try:
    del c.fahrenheit
except AttributeError as error:
    print(error)
del c.degrees
try:
    c.degrees
except AttributeError as error:
    print(error)


class Kelvin(Celsius):
    @property
    def degrees(self):
        return super().degrees + 273


k = Kelvin.__new__(Kelvin)
k._degrees = 1
print(k.degrees, type(Kelvin.boiling) is type(k.boiling))


class WithFunction:
    def get(self):
        return 42
    value = property(get, doc="the value")


print(
    WithFunction().value, WithFunction.value.fget(WithFunction()),
    isinstance(WithFunction.value, property),
)
