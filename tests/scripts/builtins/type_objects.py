print(
    type(5), type(5) is int, type(type), type(int), int.__name__,
    [t.__name__ for t in (int, float, str, list, dict, set, tuple, bool, type(None), bytes, complex, range, slice, object)],
)
print(
    int.__mro__, bool.__bases__, isinstance(True, int), isinstance(int, type), type(lambda: 0),
    type(len), type([].append), type(print).__name__, type(i for i in []).__name__,
)
print(
    str(int), repr(str), int == int, int is not float, {int: "i"}[int], int("5") + float("1.5"),
    str.upper("abc"), list.append.__name__, dict.fromkeys("ab"),
)
print(
    list(map(type, [1, "a", None])), isinstance("a", (int, str)), issubclass(int, object),
    type("X", (), {}).__name__, type(1.5)(3), type([])((1, 2)),
)


class A:
    pass


class B(A):
    pass


b = B()
print(type(b), type(b) == A, isinstance(b, A), b.__class__, A.__subclasses__(), B.__base__, type(A))
print(
    int.from_bytes(b"\x01\x00", "big"), float.fromhex("0x1p-1"), str.maketrans("a", "b"),
    bytes.fromhex("ff"), dict.__name__, "abc".__len__(), (5).__add__(3), [1].__contains__(1),
    "a".__class__.__name__, (1).__eq__("a"), int.__add__(1, 2),
)
