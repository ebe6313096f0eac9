import re

CASES = [
    (r"a|b|ab", "ab ba"), (r"(a)|(b)", "ab"), (r"(?:a(b)?)+", "aba"), (r"^\s*(\w+)\s*=\s*(.*?)\s*$", "  key = some value  "),
    (r"\d{2,3}?", "12345"), (r"[^\d\s]+", "ab 12 cd"), (r"[a-f0-9-]+", "dead-beef xyz"), (r"[]a]", "]a["), (r"[\]\\]", "\\]"),
    (r"\bfoo\b", "foo food foo"), (r"\Boo", "foo oo"), (r"(?i)straße", "STRAßE Straße"), (r"(?s)a.b", "a\nb"), (r"(?m)^x$", "x\ny\nx\n"),
    (r"x$", "x\n"), (r"x\Z", "x\n"), (r"^", "ab"), (r"$", "ab\n"), (r"(?m)^", "a\nb\n"), (r"(?m)$", "a\nb\n"), (r"", "ab"), (r"a*", "baac"), (r"a*?", "aa"),
    (r"(?P<q>['\"]).*?(?P=q)", "say 'hi' or \"yo\""), (r"(\w)\1", "hello book"), (r"(?<=a)b", "ab cb"), (r"(?<!a)b", "ab cb b"), (r"a(?=b)", "ab ac"), (r"a(?!b)", "ab ac"),
    (r"(a)?(?(1)b|c)", "ab c b"), (r"(?>a+)b", "aaab"), (r"a++b", "aaab"), (r"(?x) \d+ # digits" "\n  [a-z]", "12a 3b"), (r"\w+", "naïve café 日本 a_b"), (r"(?a)\w+", "naïve café"),
    (r"\d+", "١٢ 34"), (r"\s+", "a\u00a0b\x1cc"), (r"[\w']+", "don't stop"), (r"é", "café é"), (r"[à-ü]+", "crème brûlée"), (r"(a+)+$", "aaaaaaaaaaaaaaaa"), (r"\x41\u0042\103\t", "ABC\t"),
    (r"a{2}", "aaaaa"), (r"a{,2}", "aaa"), (r"a{1,", "a{1,"), (r"{", "a{b"), (r"[.^$*+?{}()|]", "a.b*c"), (r"(?i:A)b", "ab Ab AB"), (r"(ab|a)(c|bcd)(d*)", "abcd"), (r"\.", "a.b"), (r".", "a\nb"),
    (r"(?:(a)|b)*", "ab"), (r"((a)|(b))+", "ab"), (r"(a*)(b*)", "aab"), (r"<(.+?)>", "<a><b>"), (r"🎉+", "a🎉🎉b"), (r"(..)(.)", "🎉ab"), (r"[^a]", "a🎉"),
]
for pattern, text in CASES:
    compiled = re.compile(pattern)
    match = compiled.search(text)
    print(repr(pattern), compiled.flags, compiled.groups, compiled.findall(text), compiled.split(text), compiled.sub("<\\g<0>>", text),
          [m.span() for m in compiled.finditer(text)], match and (match.groups(), match.lastindex, match.regs), bool(compiled.match(text)), bool(compiled.fullmatch(text)))

BROKEN = [
    "a**", "*a", "(", "a)", "[a", "[z-a]", r"\1", "(?P<n>a)(?P<n>b)", "a{2,1}", "(?<=a+)b", "(?P<1>a)", "(?P<n", "(?P=x)", "(?", "(?P", "(?Px", "(?<x",
    "a(?i)b", "(?z)", "(?i", "(?-", "\\", "\\q", "[\\q]", "\\x1", "\\u12", "\\400", "x{2}{3}", "(a|b", "(?(1)a|b)", "(?(x)a)", "(a)?(?(1)b|c|d)", "(?#c", "^*",
    "a\nb(", "[a-\\w]", r"(a)\2", "(a\\1)", "(?P<a b>x)", "(?P<>x)", "(?L)a", "(?au)a",
]
for pattern in BROKEN:
    try:
        print(repr(pattern), re.compile(pattern))
    except re.error as error:
        print(repr(pattern), error, "|", error.msg, error.pos, error.lineno, error.colno)

print(re.sub(r"(?P<a>\w)(\w)", r"\2\g<a>\g<1>\\\n", "abcd"), re.subn("x", "", "axbx"))
print(re.sub("(a)|b", r"[\1]", "ab"), re.sub("a", "b", "aaa", count=2), re.sub("", "-", "abc"), re.split("(x)|y", "axbyc"), re.split(r"\W+", "a, b; c.", maxsplit=1))
for template in (r"\2", r"\g<b>", r"\g<", r"\g<>", r"\q", r"\g<1a>", r"\x"):
    try:
        print(re.sub("(a)", template, "a"))
    except (re.error, IndexError) as error:
        print(type(error).__name__, error)
p = re.compile("b+", re.I | re.M)
print(p, repr(p), p.flags, p.match("abb", 1), p.search("abbb", 2, 3), p.fullmatch("abba", 1, 3), p == re.compile("b+", re.I | re.M), p.pattern)
print(re.compile("a", re.VERBOSE), re.compile(b"a"), re.I, repr(re.I), re.I | re.S, re.compile("(?i)x").flags, int(re.M), re.RegexFlag(10))
m = re.match(r"(?P<first>\w+) (?P<second>\w+)?", "hello world")
print(m, m.group(), m.group(1, 2), m.group("first"), m["second"], m.groups(), m.groupdict(), m.start("second"), m.end(), m.span(1), m.lastgroup, m.lastindex, m.pos, m.endpos, m.string, m.re.groupindex, m.expand(r"\2-\1"))
for bad in (lambda: m.group(3), lambda: m.group("x"), lambda: re.match(1, "a"), lambda: re.match("a", 1), lambda: re.match(b"a", "a"), lambda: re.match("a", b"a"), lambda: re.compile(p, re.I)):
    try:
        bad()
    except (IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(re.escape("a.b*c[d] é-1"), re.findall(rb"\w+", b"ab \xe9c"), re.sub(b"a", b"x", b"banana"), re.fullmatch(r"\w+", "abc").end(), re.compile("a").sub(lambda m: None or "z", "aba"))


def tokens(text):
    kinds = [("NUMBER", r"\d+(\.\d*)?"), ("NAME", r"[A-Za-z_]\w*"), ("OP", r"[-+*/=()]"), ("SKIP", r"[ \t]+"), ("BAD", r".")]
    for found in re.finditer("|".join(f"(?P<{kind}>{form})" for kind, form in kinds), text):
        if found.lastgroup != "SKIP":
            yield found.lastgroup, found.group()


print(list(tokens("x1 = 3.14 * (y + 2) ?")))
log = """2024-01-05 ERROR [db] connection lost
2024-01-05 INFO [web] GET /index.html 200
2024-01-06 ERROR [web] timeout after 30s"""
print(re.findall(r"^(\S+) ERROR \[(\w+)\] (.*)$", log, re.MULTILINE), re.sub(r"(\d+)-(\d+)-(\d+)", r"\3/\2/\1", log.splitlines()[0]))
