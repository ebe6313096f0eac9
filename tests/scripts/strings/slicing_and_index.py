s = "abcdefghij"
for i in (0, 3, -1, -10):
    print(s[i], s[i:], s[:i], s[i::2], s[::i] if i else "-", end=" | ")
print()
for a in (None, 2, -3, 20, -20):
    for b in (None, 5, -2, 20, -20):
        for c in (None, 1, 3, -1, -2):
            print(s[a:b:c] or ".", end=" ")
    print()
print(
    s[2:5][::-1], s[-3:-1], s[:0], s[9:10], "".join(s[i] for i in range(0, 10, 3)), s[len(s) - 1],
    s[True], s[slice(2, 8, 2)],
)
for text, attempt in (
    ("10", lambda: s[10]), ("-11", lambda: s[-11]), ("text", lambda: s["a"]),
    ("float", lambda: s[1:2.0]), ("step 0", lambda: s[::0]), ("none", lambda: s[None]),
):
    try:
        print(attempt())
    except (IndexError, TypeError, ValueError) as error:
        print(text, error)
