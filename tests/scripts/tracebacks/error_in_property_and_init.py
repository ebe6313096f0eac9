class Box:
    def __init__(self, size):
        self.size = self.check(size)

    @staticmethod
    def check(size):
        assert size > 0, f"size must be positive, not {size}"
        return size

    @property
    def volume(self):
        return self.size ** 3


print(Box(2).volume)
print([Box(n).volume for n in (1, -1)])
