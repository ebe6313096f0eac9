stack = []
for token in "3 4 + 2 * 7 -".split():
    if token.isdigit():
        stack.append(int(token))
    else:
        b, a = stack.pop(), stack.pop()
        stack.append({"+": a + b, "-": a - b, "*": a * b}[token])
    print(token, stack)


def balanced(text):
    pairs, open_ones = {")": "(", "]": "[", "}": "{"}, []
    for i, c in enumerate(text):
        if c in pairs.values():
            open_ones.append((c, i))
        elif c in pairs:
            if not open_ones or open_ones.pop()[0] != pairs[c]:
                return f"unexpected {c} at {i}"
    return f"{open_ones[-1][0]} at {open_ones[-1][1]} is open" if open_ones else "balanced"


for text in ("(a[b]{c})", "(]", "((", "", "a)b"):
    print(repr(text), balanced(text))
queue = list(range(5))
while len(queue) > 1:
    queue.append(queue.pop(0))
    print("out", queue.pop(0), end="; ")
print("left", queue)
table = [["name", "n"], ["ann", 5], ["bob", 12]]
widths = [max(len(str(row[i])) for row in table) for i in range(2)]
for row in table:
    print(" | ".join(str(cell).ljust(w) for cell, w in zip(row, widths)).rstrip())
print(
    [list(g) for g in zip(*table[1:])], list(map(list, zip("ab", [1, 2]))),
    sorted(table[1:], key=lambda r: -r[1]),
)
flat = [1, [2, [3, [4, 5]], 6]]


def flatten(items):
    out = []
    for item in items:
        out += flatten(item) if isinstance(item, list) else [item]
    return out


print(flatten(flat), max(flatten(flat)), [flat[1][1][1][0]])
rotated = flat[1:] + flat[:1]
print(rotated, flat.index([2, [3, [4, 5]], 6]), flat.count(1), flat == flat[:])
