class Root:
    def go(self):
        return ["Root"]


class Left(Root):
    def go(self):
        return ["Left"] + super().go()


class Right(Root):
    def go(self):
        return ["Right"] + super().go()


class Bottom(Left, Right):
    def go(self):
        return ["Bottom"] + super().go()


print(Bottom().go(), [c.__name__ for c in Bottom.mro()])


class X: pass
class Y: pass
class A(X, Y): pass
class B(Y, X): pass


try:
    class C(A, B): pass
except TypeError as error:
    print(error)
try:
    class D(X, X): pass
except TypeError as error:
    print(error)
try:
    class E(5): pass
except TypeError as error:
    print(error)
try:
    class F(bool): pass
except TypeError as error:
    print(error)
try:
    class G(int, str): pass
except TypeError as error:
    print(error)


class Json:
    def dump(self):
        return "{" + ", ".join(f"{k}: {v}" for k, v in vars(self).items()) + "}"


class Loud:
    def __init__(self, *args, **kwargs):
        print("Loud", args, kwargs)
        super().__init__(*args, **kwargs)


class Base:
    def __init__(self, value):
        print("Base", value)
        self.value = value


class Both(Loud, Json, Base):
    pass


print(Both(7).dump(), [c.__name__ for c in Both.__mro__])


class Plugin:
    registry = {}

    def __init_subclass__(cls, /, label=None, **rest):
        super().__init_subclass__(**rest)
        Plugin.registry[label or cls.__name__] = cls


class One(Plugin): pass
class Two(Plugin, label="second"): pass


print({k: v.__name__ for k, v in Plugin.registry.items()})
try:
    class Three(Plugin, colour="red"): pass
except TypeError as error:
    print(error)
Dynamic = type("Dynamic", (Root,), {"x": 5, "hi": lambda self: self.x})
print(Dynamic().hi(), Dynamic().go(), Dynamic.__name__)
