# Descriptors below classmethod, and what properties without a part say.
class Shape:
    _sides = 3

    @classmethod
    @property
    def sides(cls):
        """How many"""
        return cls._sides

    def _name(self):
        return "shape"

    name = property(_name)
    secret = property(doc="nothing to get")


class Square(Shape):
    _sides = 4


print(Shape.sides, Square.sides, Square().sides)


def outer():
    class Inner:
        value = property(lambda self: 1)
        hidden = property()

    return Inner


Inner = outer()
for act in (lambda: Shape().secret, lambda: setattr(Shape(), "name", 1), lambda: delattr(Shape(), "name"),
            lambda: Inner().hidden, lambda: setattr(Inner(), "value", 2), lambda: delattr(Inner(), "value")):
    try:
        act()
    except AttributeError as error:
        print(error)
