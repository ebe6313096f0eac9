a = "hello"
b = a
a += "!"
print(a, b, a is b, "hel" + "lo" == b, id(b) == id(b))
parts = []
for i in range(5):
    parts.append(f"{i}")
print(",".join(parts), "".join(parts)[::-1])
t = "abc"
t = t.replace("b", "B").upper().lower() + t[1:] * 2
print(t, t.count("b"), t.split("b"), t.strip("ac"))
for attempt in (
    lambda: t.__setitem__(0, "x"), lambda: "a" + 1, lambda: 1 + "a", lambda: "a" + None,
    lambda: "a" * "b", lambda: "a" - "b", lambda: "abc".foo, lambda: "a" < 1, lambda: "a" in 5,
    lambda: 5 in "a", lambda: "".join([1]), lambda: ",".join(5), lambda: "a".join("b", "c"),
):
    try:
        print(attempt())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(
    "x" * 0 == "", "x" * -1 == "", not "", not " ", "a" or "b", "" or "b", "a" and "b", "ab" > "a",
    max("a", "B"), "a".__eq__("a"), "abc".__contains__("bc"),
)
for word in "to be or not".split():
    print(f"{word:.<6}", end="")
print()
for c, d in zip("abc", "xyz"):
    print(c + d, end=" ")
for i, c in enumerate("ab", start=1):
    print(i, c, end=" ")
print(*"abc", sep="-")
