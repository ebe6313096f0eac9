x = "module"
print([x for x in "ab"], x)
print([(x, y) for x in range(2) for y in [x * 10]], [[y for y in range(x)] for x in range(3)])


def outer():
    base = 10
    adders = [lambda n: n + base + i for i in range(3)]
    base = 100
    return [f(1) for f in adders]


print(outer())


class C:
    values = [1, 2]
    total = sum(v for v in values)
    pairs = [(a, b) for a in values for b in (3,)]
    try:
        crossed = [a + b for a in values for b in values]
    except NameError as error:
        crossed = str(error)


print(C.total, C.pairs, C.crossed)


def counter():
    count = 0

    def tick():
        nonlocal count
        count += 1
        return count
    return [tick() for _ in range(3)], count


print(counter())
seen = set()
print([n for n in [3, 1, 3, 2, 1] if not (n in seen or seen.add(n))])
print(
    {(i, j): i * j for i in range(2) for j in range(2)},
    {k.lower(): v for k, v in {"A": 1, "a": 2}.items()},
)
print(
    [last := n for n in range(4)], last, [(n, sq) for n in range(3) if (sq := n * n) % 2 == 0], sq,
)
print(
    *(f"{a}{b}" for a, b in zip("ab", "cd")), [c for word in ("hi", "yo") for c in word],
    [v for v in (None, 0, "x") if v is not None],
)
print(
    [*map(str, range(3))], [i for i in range(20) if i % 2 if i % 3 == 0],
    [("even", "odd")[n % 2] for n in range(3)], [not b for b in (True, False)],
)
