"""product and combinations of every small number of pools and places; islice of a counter that others use too."""

import itertools

for count in range(5):
    for size in range(4):
        pool = "abcd"[:size]
        print(count, size, list(itertools.product(pool, repeat=count)))
        print(list(itertools.combinations(pool, count)), list(itertools.combinations_with_replacement(pool, count)))
print(list(itertools.product("ab", [])), list(itertools.product([], "ab")), list(itertools.product("ab", range(3), [None])))
counter = itertools.count(10, 3)
print(list(itertools.islice(counter, 4)), next(counter), list(itertools.islice(counter, 0)), counter)
some = itertools.islice(counter, 5)
print(next(some), next(counter), next(some), list(some), next(counter), list(some))
print(list(itertools.islice(itertools.count(0.5, 0.25), 3)), list(itertools.islice(itertools.count(5), 2, 9, 3)))
print(list(itertools.islice(itertools.count(2**62 - 2), 4)), list(itertools.islice(itertools.count(0, -1), 3)))


class Named(itertools.count):
    pass


print(list(itertools.islice(Named(3), 3)))
for some in (enumerate, zip, reversed, map, filter):
    try:
        print(some(1, 2, 3, 4))
    except TypeError as error:
        print(type(error).__name__)
print(list(enumerate("ab", start=3)), list(reversed((1, 2))), list(zip()), list(map(str, range(2))), list(filter(None, (0, 1))))

