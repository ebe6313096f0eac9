d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, len(d), list(d), list(d.keys()), list(d.values()), list(d.items()))
print(
    d.get("a"), d.get("z"), d.get("z", 0), d["a"], "a" in d, 2 in d.values(), ("a", 2) in d.items(),
)
print(d.setdefault("a", 99), d.setdefault("n", []), d)
d["n"].append(1)
d.update({"x": 1, "a": 0}, y=2)
print(d, d.pop("x"), d.pop("nope", "default"), d.popitem(), d)
del d["b"]
print(
    d, dict(a=1, b=2), dict([("k", "v")]), dict({"q": 1}, r=2), dict.fromkeys("ab", 0),
    dict.fromkeys([1]),
)
print({**d, "a": "over"}, d | {"new": 1}, {1: "int", 1.0: "float", True: "bool"})
d |= {"m": 5}
for key in d:
    print(key, end=" ")
print()
for key, value in sorted(d.items(), key=lambda kv: kv[0]):
    print(key, value, sep="=", end=" ")
print()
print(
    d.keys() & {"a", "zzz"}, d.keys() - {"a"} == {"c", "n", "m"}, reversed(d) is not None,
    list(reversed(d)),
)
print({(1, 2): "tuple", None: 0, 1.5: "f", frozenset([1]): "fs"})
copy = d.copy()
copy["n"].append(2)
print(d["n"], copy == d, {"a": 1, "b": 2} == {"b": 2, "a": 1})
d.clear()
print(d, bool(d), type(d.keys()).__name__, {}.keys(), {1: 2}.values(), {1: 2}.items())
counts = {}
for letter in "mississippi":
    counts[letter] = counts.get(letter, 0) + 1
print(counts)
for text, attempt in (
    ("{}['x']", lambda: {}['x']),
    ("{}.pop('x')", lambda: {}.pop('x')),
    ("{}.popitem()", lambda: {}.popitem()),
    ("{[1]: 2}", lambda: {[1]: 2}),
    ("{}.update(5)", lambda: {}.update(5)),
    ("{}.update([1])", lambda: {}.update([1])),
    ("dict(1)", lambda: dict(1)),
    ("{1: 2}[1, 2]", lambda: {1: 2}[1, 2]),
    ("del_missing()", lambda: del_missing()),
    ("dict([(1,)])", lambda: dict([(1,)])),
):
    try:
        print(attempt())
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")
try:
    for key in (e := {1: 1}):
        e[2] = 2
except RuntimeError as error:
    print(error)
try:
    for key in (e := {1: 1, 2: 2}):
        del e[key]
except RuntimeError as error:
    print(error)
