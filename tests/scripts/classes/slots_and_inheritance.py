class A:
    __slots__ = ("x",)


class B(A):
    __slots__ = ("y",)


class C(A):
    pass


b, c = B(), C()
b.x, b.y, c.x, c.z = 1, 2, 3, 4
print(b.x, b.y, c.x, c.z, c.__dict__)
for text, attempt in (
    ("new attribute", lambda: setattr(b, "z", 1)), ("unset", lambda: A().x),
    ("delete unset", lambda: delattr(A(), "x")), ("dict", lambda: b.__dict__),
):
    try:
        attempt()
    except AttributeError as error:
        print(text, error)
try:
    class D:
        __slots__ = ("v",)
        v = 1
except ValueError as error:
    print(error)
try:
    class E(A, B):
        pass
except TypeError as error:
    print(error)


class One:
    __slots__ = "a"


class Two:
    __slots__ = ("b",)


try:
    class Both(One, Two):
        pass
except TypeError as error:
    print(error)
o = One()
o.a = 5
print(o.a, One.a.__get__(o), type(One.a).__name__)
for name in ("__init__", "__eq__", "__repr__", "__class__"):
    print(hasattr(o, name), end=" ")
print()
for value in (5, "a", [], None, len, int):
    try:
        value.attribute = 1
    except (AttributeError, TypeError) as error:
        print(error)
try:
    object().x = 1
except AttributeError as error:
    print(error)
def f(): pass
f.x = 1
print(f.x, f.__dict__)
