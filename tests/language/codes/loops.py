def sums(n):
    total = 0
    for i in range(n):
        total += i
    else:
        total = 1
    return total


def pairs(items):
    for a, (b, *c) in items:
        if a:
            break


def comprehension(items, k):
    return [x * k for x in items if x > 1], {x: y for x, y in items}, (i for i in (1, 2))
