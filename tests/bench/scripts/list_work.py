"""Lists: append, index, slice, pop, insert, in, comprehension, nested."""


def grow(times):
    items = []
    for i in range(times):
        items.append(i)
    total = 0
    for i in range(len(items)):
        total += items[i]
    while items:
        items.pop()
    return total


def swap(times):
    items = list(range(1000))
    for i in range(times):
        a = i % 1000
        b = i * 7 % 1000
        items[a], items[b] = items[b], items[a]
    return items[3]


def comprehend(times):
    total = 0
    for _ in range(times):
        squares = [x * x for x in range(1000) if x % 3]
        total += sum(squares) + len(squares[10:500]) + squares[-1]
    return total


def matrix(size):
    a = [[i + j for j in range(size)] for i in range(size)]
    b = [[i - j for j in range(size)] for i in range(size)]
    c = [[0] * size for _ in range(size)]
    for i in range(size):
        for j in range(size):
            total = 0
            for k in range(size):
                total += a[i][k] * b[k][j]
            c[i][j] = total
    return sum(map(sum, c))


def searching(times):
    items = list(range(200))
    found = 0
    for i in range(times):
        if i % 300 in items:
            found += 1
    return found


def bubble(count):
    items = [(i * 7919) % count for i in range(count)]
    for end in range(count - 1, 0, -1):
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
    return items[0]


print(grow(800000), swap(600000), comprehend(600), matrix(90), searching(60000), bubble(700))
