from itertools import (
    accumulate, chain, combinations, combinations_with_replacement, compress, count, cycle,
    dropwhile, filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap,
    takewhile, tee, zip_longest,
)

print(
    list(islice(count(5, 2), 4)), list(islice(cycle("ab"), 5)), list(repeat(7, 3)),
    list(islice(count(0.5, 0.25), 3)),
)
print(
    list(chain([1], "ab", (2,))), list(chain.from_iterable([[1, 2], [3]])),
    list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4], max)),
    list(accumulate([1, 2], initial=10)),
)
print(
    list(combinations("abc", 2)), list(permutations([1, 2, 3], 2)),
    len(list(permutations(range(4)))), list(combinations_with_replacement("ab", 2)),
)
print(
    list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()),
    list(combinations([1], 2)),
)
print(
    list(compress("abcd", [1, 0, 1, 0])), list(dropwhile(lambda x: x < 3, [1, 3, 2])),
    list(takewhile(lambda x: x < 3, [1, 3, 2])), list(filterfalse(lambda x: x % 2, range(5))),
)
print(
    [(k, list(g)) for k, g in groupby("aabbbа"[:5])],
    [(k, len(list(g))) for k, g in groupby(sorted(["aa", "b", "cc"], key=len), key=len)],
)
print(
    list(islice("abcdef", 2)), list(islice("abcdef", 1, 4)), list(islice("abcdef", 0, None, 2)),
    list(pairwise([1, 2, 3])), list(starmap(pow, [(2, 3), (3, 2)])),
)
print(list(zip_longest([1, 2, 3], "a")), list(zip_longest("ab", [1], fillvalue="-")))
a, b = tee([1, 2, 3])
print(next(a), list(b), list(a))
c = count()
print(next(c), next(c), c, repeat(5, 2), list(map(lambda x, y: x * y, count(1), [5, 6])))
for attempt in (
    lambda: islice([1], -1), lambda: combinations([1], -1), lambda: list(repeat(1, "a")),
    lambda: chain.from_iterable(5).__next__(),
):
    try:
        attempt()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
