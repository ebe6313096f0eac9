"""Dicts: counting, grouping, iterating, comprehension, string and tuple keys."""

text = "the quick brown fox jumps over the lazy dog and runs away from the bear " * 40
words = text.split()


def count(times):
    total = 0
    for _ in range(times):
        counts = {}
        for word in words:
            counts[word] = counts.get(word, 0) + 1
        total += counts["the"]
    return total


def group(times):
    groups = {}
    for i in range(times):
        groups.setdefault(i % 97, []).append(i)
    return sum(len(group) for group in groups.values())


def build(times):
    squares = {}
    for i in range(times):
        squares[i] = i * i
    total = 0
    for key, value in squares.items():
        total += key ^ value
    for key in range(0, times, 2):
        del squares[key]
    for key in squares:
        if key in squares:
            total += squares[key]
    return total


def grid(size):
    cells = {(x, y): x * y for x in range(size) for y in range(size)}
    total = 0
    for x in range(size - 1):
        for y in range(size - 1):
            total += cells[x + 1, y] + cells[x, y + 1]
    return total


def merge(times):
    base = {"a": 1, "b": 2, "c": 3}
    total = 0
    for i in range(times):
        both = {**base, "d": i}
        both["a"] += i
        total += both["a"] + len(both)
    return total


print(count(500), group(600000), build(400000), grid(350), merge(300000))
