"""Loops that take pairs apart: enumerate, zip and items() with everything that can happen on the way."""

import threading

d = {"a": 1, "b": 2, "c": 3}
for k, v in d.items():
    print(k, v, end="; ")
print()
for i, (k, v) in enumerate(d.items()):
    print(i, k, v, end="; ")
print()
for pair in zip("ab", (1, 2)):
    x, y = pair
    print(pair, x, y)
try:
    for k, v in d.items():
        d[k + "!"] = 1
except RuntimeError as error:
    print(error, k, v, len(d))
for k, v in {}.items():
    print("never")
k = v = "kept"
for k, v in zip([], [1]):
    print("never")
for k, v in zip([1], []):
    print("never")
print(k, v)

# The first of two is used up when the second ends before it.
first = iter([1, 2, 3])
for a, b in zip(first, [10]):
    print(a, b)
print(list(first))
second = iter([10, 20, 30])
for a, b in zip([1], second):
    print(a, b)
print(list(second))

e = enumerate("xyz", 5)
for i, c in e:
    print(i, c)
    if i == 6:
        break
print(list(e), next(e, "end"))
for i, c in enumerate("ab", 2**62 - 2):
    print(i, c)
for i, c in enumerate(range(3), -1):
    print(i, c)
z = zip("abc", range(9))
print(next(z))
for a, b in z:
    print(a, b)
for a, b in zip("ab", "cd", strict=True):
    print(a, b)
try:
    for a, b in zip("ab", "c", strict=True):
        print(a, b)
except ValueError as error:
    print(error)
for bad in (zip("ab"), zip("ab", "cd", "ef"), enumerate("a")):
    try:
        for a, b in bad:
            print("fine", a, b)
    except ValueError as error:
        print(error)


def numbers():
    yield 1
    yield 2
    raise KeyError("from within")


try:
    for a, b in zip(numbers(), "abc"):
        print(a, b)
except KeyError as error:
    print(repr(error))
try:
    for i, n in enumerate(numbers()):
        print(i, n)
except KeyError as error:
    print(repr(error))


class Three:
    def __iter__(self):
        return iter([(1, 2), [3, 4], "56"])


for a, b in Three():
    print(a, b)
print({v: k for k, v in {"x": 1, "y": 2}.items()}, [a * b for a, b in zip([1, 2], [3, 4])])
print(max((v, k) for k, v in {"x": 1, "y": 2}.items()), sorted(zip([3, 1], "ab")))


class Holder:
    pass


holder = Holder()
for holder.a, holder.b in zip("ab", "cd"):
    print(holder.a, holder.b)
table = {}
for table["k"], table["v"] in {"one": 1, "two": 2}.items():
    print(table)
(a, b), c = (0, 0), 0
for (a, b), c in zip(zip("ab", "cd"), "ef"):
    print(a, b, c)
for a, *b in zip("ab", "cd"):
    print(a, b)


def outer():
    for a, b in zip("ab", (1, 2)):
        yield lambda: (a, b)


print([function() for function in outer()])

shared = {n: n * n for n in range(50)}
totals = []


def total():
    result = 0
    for key, value in shared.items():
        result += key + value
    for place, value in enumerate(list(shared.values())):
        result += place * value
    totals.append(result)


threads = [threading.Thread(target=total) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(totals)
for letter in "äb\u20ac\U0001f600c":
    print(ascii(letter), end=" ")
for letter in "plain":
    print(letter, end=" ")
print()
