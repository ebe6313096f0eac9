print("a" == 'a', "a" != "b", "abc" < "abd", "Z" < "a", "10" < "9", "" < " ", "é" > "z")
print(
    str(1) + "1", int("1") + 1, float("1.5") * 2, "5" * 3, [int(c) for c in "123"],
    "".join(sorted("hello")), list("a b"),
)
print(
    str([1, "a", None]), str({"k": (1,)}), str(1e10), str(1e16), str(-0.0), str(10 ** 20),
    repr('\''), repr("\n"), str(b"a"), str(True),
)
print(
    bool("False"), bool(""), "abc"[-1], "abc"[1:], "abc"[:-1], "abc"[5:], "%.2f" % 2.345,
    "%.1f" % 0.25, "%.0f" % 1.5, round(2.345, 2),
)
print(
    "a,b;c".replace(";", ",").split(","), "1 2 3".split(), sum(map(int, "1 2 3".split())),
    "key=value".split("="), "a=b=c".split("=", 1),
)
print(
    "Hello".isalpha(), "123".isnumeric(), "abc123".isalnum(), " ".isspace(),
    "Hello World".istitle(), "HELLO".isupper(), "12.5".isdigit(), "-5".isdigit(), "٣".isdigit(),
    int("٣"),
)
print(
    ord("A"), chr(66), hex(ord("é")), "\x48\x69", "abc".encode().hex(), "%c" % 67,
    "abc".__contains__("b"), "A".lower() == "a", "straße" == "strasse", "ﬁ".upper(),
)
print(
    "one two".title(), "ONE".lower(), "a".upper(), "aBc".swapcase(), "x".center(5, "-"),
    "7".zfill(3), "abc".ljust(5, "."), "abc".rjust(5),
)
