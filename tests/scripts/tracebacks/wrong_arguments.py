class Shape:
    def area(self, scale):
        return scale


def paint(shape, colour="red"):
    return shape.area()


paint(Shape())
