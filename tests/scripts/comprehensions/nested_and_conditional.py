words = ["apple", "Bob", "", "kiwi", "Al"]
print([w.upper() for w in words if w if len(w) > 2], [w[0] if w else "-" for w in words])
print(
    {w: len(w) for w in words if w.islower()}, {len(w) for w in words},
    [(i, w) for i, w in enumerate(words) if i % 2],
)
triangle = [[j for j in range(i)] for i in range(4)]
print(triangle, [x for row in triangle for x in row if x], sum(len(row) for row in triangle))
print(
    [
        (
            a, b, c,
        ) for c in range(1, 20) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c
    ]
)
print([n for n in range(2, 40) if all(n % d for d in range(2, int(n ** 0.5) + 1))])
print(
    {k: v for d in ({"a": 1}, {"b": 2, "a": 3}) for k, v in d.items()},
    [*{c: None for c in "banana"}],
)
table = {(r, c): r * c for r in range(1, 4) for c in range(1, 4)}
print(
    table[2, 3], [[table[r, c] for c in range(1, 4)] for r in range(1, 4)],
    max(table, key=table.get),
)
print(
    [x for x in [1, [2, 3], (4,)] if isinstance(x, (list, tuple)) for x in x],
    [y for x in "ab" for y in (x, x * 2)],
)
print(
    [f"{a}{b}" for a in "xy" for b in range(2)], ["".join(p) for p in zip("abc", "xyz")],
    [not n % 2 for n in range(3)],
)
print(
    sorted({tuple(sorted((a, b))) for a in range(3) for b in range(3) if a != b}),
    [i for i in range(3)][-1], [[]] * 2 == [[] for _ in range(2)],
)
print(
    list((lambda n: n * n)(x) for x in range(4)), [*(x for x in range(3)), *[9]],
    dict(zip("ab", (n for n in (1, 2)))),
)
counts = [(c, "hello".count(c)) for c in sorted(set("hello"))]
print(
    counts, [c for c, n in counts if n > 1], [n for _, n in counts], any(n == 2 for _, n in counts),
)
print(
    [a for a, *_ in ([1, 2], "xyz")], [k for k, (v, *_) in {"a": (1, 2)}.items() if v],
    [x if x > 0 else -x for x in (-1, 2)],
)
