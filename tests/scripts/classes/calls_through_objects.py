# An object as __call__ is called in its turn; a ring of them is a recursion without an end.
class Ring:
    pass


Ring.__call__ = Ring()
try:
    Ring()()
except RecursionError as error:
    print(type(error).__name__)


class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *, scale=1):
        return (self.n + x) * scale


class Holder:
    __call__ = Adder(5)


class Outer:
    __call__ = Holder()


print(Holder()(1), Outer()(2), Outer()(2, scale=10))
try:
    Outer()()
except TypeError as error:
    print(error)
