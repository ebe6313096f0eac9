class Meta(type):
    def __instancecheck__(cls, instance):
        return getattr(instance, "quacks", False)

    def __subclasscheck__(cls, sub):
        return hasattr(sub, "quacks")


class Duck(metaclass=Meta):
    pass


class Robot:
    quacks = True


print(
    isinstance(Robot(), Duck), isinstance(5, Duck), issubclass(Robot, Duck), issubclass(int, Duck),
)
print(isinstance(5, (str, (float, int))), isinstance(True, int), issubclass(bool, (str, int)))
print(
    isinstance(None, type(None)), isinstance(int, type), isinstance(type, type),
    isinstance(object, type),
)
print(isinstance(5, int | str), isinstance("a", int | None), isinstance(None, int | None))
for text, attempt in (
    ("not a class", lambda: isinstance(5, "int")),
    ("list of classes", lambda: isinstance(5, [int])),
    ("issubclass of a value", lambda: issubclass(5, int)),
    ("issubclass by a value", lambda: issubclass(int, 5)),
):
    try:
        print(attempt())
    except TypeError as error:
        print(f"{text}: {error}")


class Base:
    pass


class Derived(Base):
    pass


d = Derived()
print(type(d) is Derived, type(d) == Base, isinstance(d, Base), d.__class__.__bases__[0].__name__)
d.__class__ = Base
print(type(d).__name__, isinstance(d, Derived))
