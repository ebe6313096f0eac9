for text in (
    "plain", "it's", 'a "quote"', "both ' and \"", "tab\t", "line\n", "back\\slash", "\r\a\b\f\v\0",
    "\x1b[0m", "\x7f", "\x80", "\xa0", "\xad", "é", "\u0300", "\u200b", "\u2028", "\ud800",
    "\ue000", "😀", "\U000e0001", "漢字", "\\'", "",
):
    print(repr(text), ascii(text), len(text))
print(b"it's", b'"', b"both '\"", b"\x00\t\n\r\\\x7f\xff", bytearray(b"'"), [b"a"], {"k'": '"v"'})
print('\
continued', "a\
b", 'tab\there', "\N{GREEK SMALL LETTER ALPHA}\u03b2\U000003b3", "\1\12\1234"[0:2] == "\x01\n", r"\n\'", R'\"', b"\x41" b'B', rb"\x", u"u")
print("""doc "quoted" 'text'
 second\tline \
joined""", '''it's''', "" "", 'a''b')
print(
    "nested: %r %s" % ("it's", ["it's", 'q"']), f"{'a' + 'b'!r:>6} {'''x'''} {chr(10)!r}",
    str(["\n", 'é']), repr({"a\tb"}),
)
