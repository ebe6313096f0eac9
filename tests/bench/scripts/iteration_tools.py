"""enumerate, zip, reversed, map, any, all, sum, min, max, itertools, unpacking."""

import itertools


def work(times):
    names = ["a", "b", "c", "d", "e", "f", "g", "h"]
    numbers = list(range(8))
    total = 0
    for _ in range(times):
        for i, name in enumerate(names):
            total += i
        for name, number in zip(names, numbers):
            total += number
        for number in reversed(numbers):
            total += number
        total += any(n > 6 for n in numbers) + all(n >= 0 for n in numbers)
        total += sum(numbers) + min(numbers) + max(numbers)
        first, *rest = numbers
        total += first + len(rest)
    for a, b in itertools.product(range(300), range(300)):
        total += a ^ b
    for triple in itertools.combinations(range(60), 3):
        total += triple[1]
    for n in itertools.islice(itertools.count(), 300000):
        total += n
    for n in itertools.chain(range(200000), range(100000)):
        total += n
    return total


print(work(50000))
