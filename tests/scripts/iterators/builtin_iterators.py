print(
    list(map(lambda a, b: (a, b), "abc", [1, 2])),
    list(filter(lambda p: p[0] % 2, enumerate("abcd"))), list(zip("ab", range(5), [True, False])),
)
it = map(str.upper, ["a", "b"])
print(next(it), list(it), list(it), type(it).__name__)
r = range(10, 0, -3)
print(
    list(r), len(r), r[1], r[-1], 7 in r, 8 in r, r.index(4), r.count(1), r == range(10, -1, -3),
    r[1:], list(reversed(r)), r.start, r.stop, r.step, hash(range(3)) == hash(range(0, 3)),
)
for text, attempt in (
    ("range", lambda: r[9]), ("range float", lambda: range(2.0)), ("index", lambda: r.index(5)),
    ("step", lambda: range(1, 5, 0)), ("none", lambda: range()),
):
    try:
        attempt()
    except (IndexError, TypeError, ValueError) as error:
        print(text, error)
print(
    min(3, 1, 2), min("b", "a", key=ord), max([1, 5], default=0), max([], default=None),
    min({"b": 1, "a": 2}), sum([0.5, 1]), sum([[1], [2]], []), sum((), 5),
)
print(
    any(iter([0, "", 3])), all([]), any([]), sorted({"b": 2, "a": 1}),
    sorted("hello", reverse=True), sorted([(1, "b"), (1, "a")], key=lambda t: t[0]),
)
print(
    list(enumerate(["x"], 5)), dict(enumerate("ab")), list(reversed([1, 2])),
    list(reversed((1, 2))), list(reversed("ab")), list(reversed({"a": 1, "b": 2})),
)
i = iter(range(3))
print(
    list(zip(i, i)), next(i, "empty"), [a + b for a, b in zip([1, 2], [10, 20])],
    list(zip(*[("a", 1), ("b", 2)])),
)
print(
    [*range(3), *"ab"], {**dict(a=1)}, (*range(2),), [x for x in map(int, "123")],
    *filter(None, [0, 1, 2]), tuple(map(len, ["a", "bb"])),
)


class Pages:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if isinstance(i, slice):
            return [self[k] for k in range(*i.indices(self.n))]
        if i < 0:
            i += self.n
        if not 0 <= i < self.n:
            raise IndexError(i)
        return f"p{i}"


p = Pages(4)
print(
    list(p), p[-1], p[1:3], p[::-1], "p2" in p, list(reversed(p)), max(p), [x for x in p][1:],
    list(zip(p, p[1:])), len(p),
)
a, *b = p
print(a, b, sorted(p, reverse=True), "".join(p), list(enumerate(p))[-1], dict(zip("ab", p)))
