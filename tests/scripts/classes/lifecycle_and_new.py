class Counted:
    made = 0

    def __new__(cls, *args, **kwargs):
        print("new", cls.__name__, args, kwargs)
        instance = super().__new__(cls)
        cls.made += 1
        return instance

    def __init__(self, value, extra=None):
        print("init", value, extra)
        self.value = value


c = Counted(5, extra="x")
print(c.value, Counted.made)


class Other:
    def __new__(cls):
        return 42

    def __init__(self):
        print("never")


print(Other())


class Single:
    _one = None

    def __new__(cls):
        if cls._one is None:
            cls._one = super().__new__(cls)
        return cls._one


print(Single() is Single())


class Returns:
    def __init__(self):
        return 5


try:
    Returns()
except TypeError as error:
    print(error)


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))


p = Pair(1, 2)
print(p, type(p).__name__, p == (1, 2))
try:
    object(5)
except TypeError as error:
    print(error)


class Plain:
    pass


try:
    Plain(1)
except TypeError as error:
    print(error)
a = Plain()
a.__class__ = Counted
print(type(a).__name__)


class Callable:
    def __call__(self, x, *, y=2):
        return x * y


f = Callable()
print(f(3), f(3, y=5), callable(f), list(map(f, [1, 2])))
try:
    f()
except TypeError as error:
    print(error)


class WithClassGetItem:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


print(WithClassGetItem[5], WithClassGetItem[int, str])


class Private:
    def __init__(self):
        self.__hidden = 1
        self._soft = 2

    def get(self):
        return self.__hidden


p = Private()
print(p.get(), p._soft, sorted(vars(p)))
try:
    p.__hidden
except AttributeError as error:
    print(error)
print(p._Private__hidden)
