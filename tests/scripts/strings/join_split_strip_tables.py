for text in ("a b  c", " lead", "trail ", "", "   ", "a\tb\nc", "one"):
    print(
        repr(text), text.split(), text.split(" "), text.rsplit(None, 1), text.split(None, 1),
        text.strip().split("  "),
    )
for text in ("a-b-c", "-a-", "", "--", "abc"):
    print(
        repr(text), text.split("-"), text.split("-", 1), text.rsplit("-", 1), text.partition("-"),
        text.rpartition("-"),
    )
for text in ("xxhixx", "hi", "xx", "", "xhxix"):
    print(
        repr(text), text.strip("x"), text.lstrip("x"), text.rstrip("x"), text.strip("hx"),
        text.removeprefix("xx"), text.removesuffix("xx"),
    )
for text in ("a\nb", "a\n", "\na", "a\r\nb\rc", "", "a\n\nb", "a\x0bb\x0cc\x1cd\x85e\u2028f"):
    print(repr(text), text.splitlines(), text.splitlines(keepends=True), text.split("\n"))
for width in (0, 3, 6, 7):
    print(
        width, "abc".center(width, "."), "abcd".center(width, "."), "abc".ljust(width, "."),
        "abc".rjust(width, "."), "-42".zfill(width), "abc".zfill(width), sep="|",
    )
for text in ("hello world", "HELLO", "it's 3rd-rate", "ünïcode ß", "ǆ", "i̇"):
    print(
        text.upper(), text.lower(), text.title(), text.capitalize(), text.swapcase(),
        text.casefold(), sep="|",
    )
for text in (
    "", "a", "A", "1", "a1", " ", "_", "²", "½", "Ⅷ", "é", "aB", "A1", "\n", "٣", "-1", "1.5",
):
    print(
        repr(text),
        *(int(getattr(text, "is" + name)()) for name in ("alpha", "digit", "decimal", "numeric", "alnum", "space", "upper", "lower", "title", "identifier", "printable", "ascii")),
    )
s = "abracadabra"
print(
    s.find("a", 1), s.rfind("a", 0, 10), s.index("bra", 2), s.count("a", 3), s.count("aa"),
    s.replace("a", "", 2), s.replace("", "."), s.find(""), s.rfind(""), s.find("x"),
    s.startswith(("x", "ab")), s.endswith("bra", 0, 4),
)
