print(
    "a,b,,c".split(","), "  a  b ".split(), "a b c".split(" ", 1), "a b c".rsplit(" ", 1),
    "".split(), "".split(","), "abc".split("b"),
)
print("one\ntwo\r\nthree\n".splitlines(), "a\nb".splitlines(True), "\n".splitlines())
print(",".join(["x", "y", "z"]), "".join([]), "-".join("abc"))
print("k=v=w".partition("="), "k=v=w".rpartition("="), "kv".partition("="), "kv".rpartition("="))
print(
    "ab".center(7, "*"), "ab".ljust(5) + "|", "ab".rjust(5, "."), "42".zfill(5), "-42".zfill(6),
    "+1".zfill(4),
)
print(
    "abc".isalpha(), "ab1".isalpha(), "123".isdigit(), "".isdigit(), "a1".isalnum(),
    " \t".isspace(), "Ab".isupper(), "AB1".isupper(), "ab!".islower(), "Title Case".istitle(),
)
print(
    "x_1".isidentifier(), "1x".isidentifier(), "½".isnumeric(), "²".isdigit(), "²".isdecimal(),
    "abc".isascii(), "é".isascii(), "\n".isprintable(),
)
print("a\tb\tc".expandtabs(4), "ß".upper(), "ß".casefold(), "İ".lower() == "i̇", "ÀÉ".lower())
print(
    "hello world".translate(str.maketrans("lo", "01")), "abc".translate({97: None, 98: "BB"}),
    "abc".translate(str.maketrans("a", "x", "c")),
)
print(
    "they're bill's".title(), "ab12cd".title(), "abc".find("c", 0, 2), "aaaa".count("aa"),
    "abc".count(""),
)
print(
    "abcabc".rfind("bc"), "abcabc".rindex("a"), "abc".encode(), "é".encode("utf-8"),
    b"\xc3\xa9".decode(),
)
print("{} {}".format(1, 2), "x".join(str(n) for n in range(4)), "%s-%s" % ("a", "b"))
print("Mississippi".replace("ss", "SS"), "aaa".replace("", "-"), "abc".replace("z", ""))
for text, attempt in (
    ("','.join([1, 2])", lambda: ','.join([1, 2])),
    ("'a'.split('')", lambda: 'a'.split('')),
    ("'abc'.center()", lambda: 'abc'.center()),
    ("'a'.join(5)", lambda: 'a'.join(5)),
    ("'x'.zfill('a')", lambda: 'x'.zfill('a')),
    ("'abc'.startswith(5)", lambda: 'abc'.startswith(5)),
    ("'a'.encode('nope')", lambda: 'a'.encode('nope')),
    ("'abc'.nope()", lambda: 'abc'.nope()),
    ("'a'.index('b')", lambda: 'a'.index('b')),
    ("str.upper(5)", lambda: str.upper(5)),
    ("'a'.replace('b')", lambda: 'a'.replace('b')),
    ("'é'.encode('ascii')", lambda: 'é'.encode('ascii')),
    ("b'\\xff'.decode()", lambda: b'\xff'.decode()),
):
    try:
        print(attempt())
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")
