print(
    abs(-3), all([]), any([]), bin(5), bool([]), callable(len), chr(97), ord("a"), divmod(7, 2),
    hex(255), oct(8),
)
print(
    list(filter(lambda x: x, [0, 1])), list(map(int, "123")), max(1, 5, 3), max("abc"),
    min([3, 1], key=lambda x: -x), pow(2, 5), round(2.567, 1), sum([[1], [2]], []),
)
print(
    sorted("cab"), sorted([3, 1], reverse=True), list(reversed("abc")), list(zip("ab", [1, 2])),
    list(enumerate("ab", 1)), list(range(3)), slice(1, 2),
)
print(
    isinstance(1, (str, int)), issubclass(bool, int), hash("a") == hash("a"), id(1) == id(1),
    type(1), type("a").__name__, repr("a"), ascii("é"), str(5), len("abc"),
)
print(
    getattr("a", "upper")(), hasattr(1, "x"), vars(type("A", (), {"b": 1}))["b"], dir([])[:2],
    format(3.14159, ".2f"), frozenset([1]), complex(1, 2), bytes([65]), bytearray(b"a"),
    memoryview(b"ab")[0],
)
print(eval("1 + 2"), eval("x * 2", {"x": 5}), exec("y = 5"), y, eval("z", {"z": 1}, {"z": 2}))
code = compile("a = 1\nprint(a + 1)", "<demo>", "exec")
exec(code)
scope = {}
exec("def f(n):\n    return n * 2", scope)
print(scope["f"](4), sorted(k for k in scope if not k.startswith("__")))
print(
    list(iter([1, 2])), next(iter("ab")), next(iter([]), "default"), *map(max, [1, 5], [3, 2]),
    sep=",",
)
print(
    sum(x for x in [0.1] * 3), sum([True, True]), min("b", "a"),
    max({"a": 1, "b": 0}, key={"a": 1, "b": 0}.get), int("11", 2), float("1e3"), set("aa"),
    dict(a=1), tuple("ab"), list("ab"), object() == object(),
)
print(
    isinstance(len, type(print)), __name__, __doc__, type(None), type(...), type(NotImplemented),
    Ellipsis,
)
for text, attempt in (
    ("compile", lambda: compile("1 +", "<demo>", "eval")), ("eval", lambda: eval("1 1")),
    ("eval statement", lambda: eval("x = 1")), ("exec", lambda: exec("1/0")),
    ("name", lambda: eval("nope", {})),
):
    try:
        attempt()
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")
