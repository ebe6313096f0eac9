"""A million instances."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


items = [Point(i, i) for i in range(1000000)]
print(len(items))
