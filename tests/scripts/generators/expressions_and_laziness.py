def noisy(items):
    for item in items:
        print("make", item)
        yield item


g = (x * 2 for x in noisy([1, 2, 3]) if x != 2)
print("nothing yet")
print(next(g))
print(list(g))
print(any(x > 1 for x in noisy([1, 2, 3])))
print(all(x < 2 for x in noisy([1, 2, 3])))
print(next((x for x in noisy("ab")), None), 2 in noisy([1, 2, 3]))
for a, b in zip(noisy([1, 2]), noisy("x")):
    print(a, b)
first, second = noisy([5, 6])
print(first, second)
m = map(lambda x: x + 1, noisy([1, 2]))
print("mapped", next(m))
f = filter(lambda x: x > 1, noisy([1, 2]))
print("filtered", next(f))
try:
    (1 / x for x in [0]).__next__()
except ZeroDivisionError as error:
    print(error)
print(
    sum(i for i in range(5)), max((w for w in ["a", "ccc", "bb"]), key=len),
    sorted(c for c in "cab"), dict((i, i * i) for i in range(3)),
    "".join(c for c in "abc" if c != "b"),
)
gens = [(lambda n: (n * i for i in range(2)))(n) for n in range(3)]
print([list(g) for g in gens])


def chunks(items, size):
    for i in range(0, len(items), size):
        yield items[i:i + size]


def running(items):
    total = 0
    for item in items:
        total += item
        yield total


def interleave(*sources):
    sources = [iter(s) for s in sources]
    while sources:
        for s in sources[:]:
            try:
                yield next(s)
            except StopIteration:
                sources.remove(s)


print(list(chunks("abcdefg", 3)), list(running([1, 2, 3])), list(interleave("ab", [1, 2, 3], ())))
try:
    iter([]).__next__()
except StopIteration:
    print("stop")


def returns_early():
    yield 1
    return "early"
    yield 2


def delegating():
    value = yield from returns_early()
    print("value", value)
    value = yield from []
    print("value", value)


print(list(delegating()))
