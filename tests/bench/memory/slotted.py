"""A million instances with __slots__."""


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


items = [Point(i, i) for i in range(1000000)]
print(len(items))
