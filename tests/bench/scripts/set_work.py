"""Sets: add, in, union, intersection, difference, comprehension."""


def sieve(limit):
    composite = set()
    primes = 0
    for n in range(2, limit):
        if n in composite:
            continue
        primes += 1
        for multiple in range(n * n, limit, n):
            composite.add(multiple)
    return primes


def algebra(times):
    evens = set(range(0, 300, 2))
    threes = set(range(0, 300, 3))
    total = 0
    for _ in range(times):
        total += len(evens & threes) + len(evens | threes) + len(evens - threes) + len(evens ^ threes)
        total += threes <= evens
    return total


def unique(times):
    seen = set()
    for i in range(times):
        word = "k" + str(i % 1000)
        if word not in seen:
            seen.add(word)
        else:
            seen.discard("none")
    return len(seen)


def comprehend(times):
    total = 0
    for _ in range(times):
        total += len({x % 50 for x in range(500)})
    return total


print(sieve(250000), algebra(4000), unique(400000), comprehend(700))
