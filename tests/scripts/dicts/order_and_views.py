d = {}
for key in ("z", "a", "m"):
    d[key] = len(d)
d["z"] = "changed in place"
del d["a"]
d["a"] = "at the end"
print(d, list(d), list(reversed(d.items())))
keys, values, items = d.keys(), d.values(), d.items()
d["new"] = 1
print(keys, values, items, len(keys), "new" in keys, ("new", 1) in items)
print(
    keys | {"extra"} == {"z", "m", "a", "new", "extra"}, sorted(keys ^ {"z", "q"}),
    items & {("new", 1)}, keys == {"z", "m", "a", "new"}, keys.isdisjoint(["nope"]),
)
print(
    {k: v for k, v in sorted(d.items())}, sorted(d, key=lambda k: str(d[k])), max(d), min(d.keys()),
)
print(
    dict(zip("abc", range(3))), {**{"a": 1}, **{"a": 2, "b": 3}}, dict([("a", 1)], b=2),
    {"a": 1} | {"a": 5},
)
a, b = {"x": 1, "y": 2}, {"y": 2, "x": 1}
print(
    a == b, list(a) == list(b), a.items() == b.items(), a.items() <= {("x", 1), ("y", 2), ("z", 3)},
)
first, *others = d
print(first, others, *d, sep=" ")
nested = {"a": {"b": {"c": [1, 2]}}}
nested["a"]["b"]["c"].append(3)
nested["a"].setdefault("d", {})["e"] = 5
print(nested, nested["a"]["b"]["c"][-1])
inverse = {}
for k, v in {"a": 1, "b": 2, "c": 1}.items():
    inverse.setdefault(v, []).append(k)
print(inverse, {1: "a", 1.0: "b", True: "c"}, {0: 1, False: 2})
it = iter(d)
next(it)
d.pop("z")
try:
    next(it)
except RuntimeError as error:
    print(error)
print(
    type(d.items()).__name__, next(iter(d.items())),
    [type(x).__name__ for x in (iter(d), iter(d.values()), iter(d.items()))],
)
