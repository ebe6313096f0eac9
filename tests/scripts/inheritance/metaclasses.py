class Meta(type):
    def __new__(mcls, name, bases, namespace, **options):
        print(
            "new", name, [b.__name__ for b in bases],
            sorted(k for k in namespace if not k.startswith("__")), options,
        )
        namespace["stamp"] = name.lower()
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        print("init", name)

    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)

    def __len__(cls):
        return 42

    def __getattr__(cls, name):
        return f"no {name} on {cls.__name__}"


class Base(metaclass=Meta):
    a = 1

    def __init__(self, x):
        self.x = x


class Child(Base, option=5):
    b = 2


c = Child(9)
print(
    c.x, c.stamp, Child.stamp, len(Child), type(Child).__name__, Child.missing,
    isinstance(Child, Meta),
)
try:
    c.missing
except AttributeError as error:
    print(error)


class Singleton(type):
    instances = {}

    def __call__(cls, *args, **kwargs):
        if cls not in Singleton.instances:
            Singleton.instances[cls] = super().__call__(*args, **kwargs)
        return Singleton.instances[cls]


class Config(metaclass=Singleton):
    def __init__(self):
        print("made once")


print(Config() is Config())


class M1(type): pass
class M2(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass


try:
    class C(A, B): pass
except TypeError as error:
    print(error)


class Ordered(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        print("prepare", name)
        return {}


class P(metaclass=Ordered):
    print("body runs", __qualname__)
    x = 1


print(P.x)
