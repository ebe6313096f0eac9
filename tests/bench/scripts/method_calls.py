"""Methods of the class, of a base class, through super, static and class methods; made instances."""


class Shape:
    made = 0

    def __init__(self, width, height):
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height

    def grow(self, by):
        self.width += by
        return self

    @staticmethod
    def double(number):
        return number * 2

    @classmethod
    def square(cls, side):
        return cls(side, side)


class Square(Shape):
    def __init__(self, side):
        super().__init__(side, side)

    def area(self):
        return super().area()


def methods(times):
    shape = Shape(2, 3)
    total = 0
    for _ in range(times):
        total += shape.area()
        shape.grow(1)
        total += shape.double(2)
    return total


def instances(times):
    total = 0
    for i in range(times):
        total += Shape(i, 2).area()
        total += Shape.square(i).width
        total += Square(i).area()
    return total


def bound(times):
    area = Shape(2, 3).area
    total = 0
    for _ in range(times):
        total += area()
    return total


print(methods(700000), instances(150000), bound(800000))
