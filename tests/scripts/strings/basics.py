s = "Hello, World"
print(s, len(s), s[0], s[-1], s[0:5], s[7:], s[::-1], s[::2], s[-5:-1])
print("a" "b" 'c', "it's", 'say "hi"', "tab\there", "new\\nline", "\x41\u00e9\N{BULLET}\101")
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("tab\t\n\\ \x00 \x7f é 漢 \u200b"))
print("""three
lines
here""")
print(r"raw \n text", "joined \
line")
print("ab" * 3, 2 * "xy", "-" * 0 + "|", "a" + "b")
print("ell" in s, "z" not in s, s.count("l"), s.find("o"), s.rfind("o"), s.find("zz"), s.index("W"))
print(s.upper(), s.lower(), s.swapcase(), s.title(), "hELLO wORLD".capitalize())
print(
    s.startswith("Hell"), s.endswith(("x", "ld")), s.startswith("W", 7), s.replace("l", "L"),
    s.replace("l", "L", 1),
)
print(
    "  trim ".strip() + "|", "  trim ".lstrip() + "|", "  trim ".rstrip() + "|",
    "xxhixx".strip("x"), "abcba".strip("ab"),
)
print("prefix-name".removeprefix("prefix-"), "name.py".removesuffix(".py"), "x".removesuffix("y"))
for ch in "héy":
    print(ch, ord(ch), chr(ord(ch)), end=" ")
print()
print(
    "abc" < "abd", "a" < "B", min("hello"), max("hello"), sorted("hello"), list("abc"),
    "".join(reversed("abc")),
)
try:
    s[0] = "J"
except TypeError as error:
    print(error)
try:
    s.index("zz")
except ValueError as error:
    print(error)
print(str(None), str(True), str([1, "a"]), str({"k": 'v'}), str(3.0), str(), str(b"x"))
