a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a <= {1, 2, 3, 4}, a.isdisjoint({9}), {x % 3 for x in range(10)}, frozenset(a) == a, len(set("hello")))
a.add(9); a.discard(100); a.update([7], (8,)); a -= {1}; print(sorted(a), a.pop() in range(10))
for f in (lambda: a.remove(100), lambda: {}["x"], lambda: {[1]: 2}, lambda: a | [1], lambda: a < 3, lambda: dict(a=1) + {}, lambda: {1, 2}[0]):
    try: f()
    except Exception as e: print(type(e).__name__, e)
d = {"b": 1, "a": 2}; d |= {"c": 3}; print(d, d | {"b": 9}, sorted(d), sorted(d.items(), key=lambda kv: kv[1]), max(d, key=d.get), list(reversed(d)), d.setdefault("z", []), d.pop("z"), d.pop("q", None), dict(zip("ab", (1, 2))), {v: k for k, v in d.items()}, d.keys() & {"a", "q"}, d.items() >= {("a", 2)}, "a" in d, d.get("nope"), [*d], {**d, "a": 0})
for k in list(d): del d[k]
print(d, bool(d)); d.update(x=1, **{"y": 2}); print(d.copy() == d, d.popitem(), str(d), dict.fromkeys("ab", 0))
try:
    for k in d: d[k + "x"] = 1
except RuntimeError as e: print(e)
l = [3, 1, 2]
try:
    for x in {1, 2}: pass
    s = {1, 2}
    for x in s: s.add(x + 10)
except RuntimeError as e: print(e)
print(sorted(l, reverse=True), l.sort(), l, list(map(lambda x, y: x + y, l, l)), list(filter(None, [0, 1, "", "a"])), any([]), all([]), sum([[1], [2]], []), min("b", "a"), max([1, 5], [2], key=len), list(enumerate("ab", 1)), list(zip("ab", [1, 2], strict=True)), l[5:], l[-1], l * 2, [1] + [2], l == [1, 2, 3], [1, 2] < [1, 3], [[]] * 2)
t = 1, 2; x, *y = t; print(t + (3,), t * 2, t.index(2), (1,), (), hash((1, 2)) == hash((1, 2)), t > (1,), x, y)
print([(x, y) for x in range(3) for y in "ab" if x != 1], [[j for j in range(i)] for i in range(3)], {i: {j for j in range(i)} for i in range(2)}, list(range(10, 0, -3)), range(5)[1:3], 3 in range(5), len(range(0, 10, 3)))
