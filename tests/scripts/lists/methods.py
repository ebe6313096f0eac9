a = [3, 1, 2]
a.append(5)
a.extend([7, 8])
a.insert(0, "first")
a.insert(-1, "near end")
a.insert(100, "end")
print(a, len(a))
print(a.pop(), a.pop(0), a)
a.remove("near end")
print(a, a.index(5), a.count(1), 7 in a)
a.sort()
print(a)
a.sort(reverse=True)
print(a)
a.reverse()
print(a)
b = a.copy()
b.clear()
print(a, b, a == b, a is a)
words = ["pear", "fig", "apple", "kiwi", "date"]
words.sort(key=len)
print(words)
print(sorted(words, key=lambda w: (-len(w), w)), sorted(words, reverse=True), words)
print([1, 2] + [3], [0] * 3, [[]] * 2, [1, 2] == [1, 2], [1, [2]] == [1, [2]])
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
print(grid)
shared = [[0] * 2] * 2
shared[0][0] = 9
print(shared)
a += (10, 11)
a *= 2
print(a)
del a[0], a[-1]
print(a, list("abc"), list(range(3)), list({1: 2}), list())
print(
    min(a), max(a), sum(a), any([0, 1]), all([1, 0]), list(reversed([1, 2, 3])),
    list(enumerate("ab", 1)), list(zip([1, 2], "ab", "xyz")),
)
for text, attempt in (
    ("[].pop()", lambda: [].pop()),
    ("[1].pop(5)", lambda: [1].pop(5)),
    ("[1].remove(2)", lambda: [1].remove(2)),
    ("[1].index(9)", lambda: [1].index(9)),
    ("[1, 'a'].sort()", lambda: [1, 'a'].sort()),
    ("[1].insert(1)", lambda: [1].insert(1)),
    ("[1][1]", lambda: [1][1]),
    ("[] + 1", lambda: [] + 1),
    ("[1].sort(len)", lambda: [1].sort(len)),
    ("[1, 2].sort(key=5)", lambda: [1, 2].sort(key=5)),
    ("[].append()", lambda: [].append()),
):
    try:
        print(attempt())
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")
