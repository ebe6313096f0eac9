# Methods that are called for their effect, or that must not give anything, and are generators.


class Init:
    def __init__(self):
        yield 1


try:
    Init()
except TypeError as error:
    print(error)


class Setter:
    @property
    def value(self):
        yield "got"

    @value.setter
    def value(self, new):
        yield new


setter = Setter()
for i in range(3):
    setter.value = i
    print(list(setter.value))


class Next:
    rounds = 0

    def __iter__(self):
        return self

    def __next__(self):
        yield self.rounds


for item, _ in zip(Next(), range(2)):
    print(type(item).__name__, list(item))
for item in Next():
    print(type(item).__name__)
    break
