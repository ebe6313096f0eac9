print(
    [x * x for x in range(6)], [x for x in range(10) if x % 2 if x > 3],
    [(x, y) for x in range(3) for y in "ab"],
)
print(
    {x: x ** 2 for x in range(4)}, {v: k for k, v in {"a": 1, "b": 2}.items()},
    {len(w) for w in ["a", "bb", "cc"]},
)
print([[r * c for c in range(3)] for r in range(3)], [x for row in [[1, 2], [3]] for x in row])
print([i if i % 2 else -i for i in range(5)], [n for n in (1, 2, 3) if (lambda v: v > 1)(n)])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], list(zip(*matrix)))
print(
    [a + b for a, b in [(1, 2), (3, 4)]], [first for first, *_ in ["abc", "de"]],
    [x for x in "hello" if x not in "aeiou"],
)
x = "outer"
print([x for x in range(3)], x, [y for y in [x]])
print({k: [v for v in range(k)] for k in range(3)}, {(a, b) for a in (1, 1) for b in (2, 2)})


def numbers():
    limit = 3
    return [n + limit for n in range(limit)]


print(numbers())


class Body:
    size = 3
    items = [i for i in range(size)]
    try:
        bad = [size for _ in range(2)]
    except NameError as error:
        message = str(error)


print(Body.items, Body.message)
functions = [lambda: i for i in range(3)]
print([f() for f in functions], [f() for f in [(lambda n: lambda: n)(i) for i in range(3)]])
print(
    sum(n for n in range(5)), dict((k, len(k)) for k in ["a", "bb"]),
    ",".join(str(n) for n in range(3)), tuple(c for c in "ab"), any(n > 2 for n in range(4)),
    sorted(-n for n in range(3)),
)
print(
    [(i, j) for i in range(4) if i % 2 == 0 for j in range(i) if j], [k for k in {"q": 1}],
    [*(n for n in range(2))], [[]for _ in range(2)],
)
try:
    [1 / n for n in (1, 0)]
except ZeroDivisionError as error:
    print(error)
