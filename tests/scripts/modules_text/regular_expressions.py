import re

print(
    re.match(r"(\w+)@(\w+)\.com", "joe@site.com").groups(), re.match("b", "abc"),
    re.search("b", "abc").span(), re.fullmatch(r"\d+", "123x"),
)
print(
    re.findall(r"\d+", "a1 b22 c333"), re.findall(r"(\w)(\d)", "a1 b2"),
    re.split(r"[,;]\s*", "a, b;c"), re.split(r"(-)", "a-b"), re.sub(r"\s+", " ", "a   b \n c"),
)
print(
    re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"),
    re.sub("a", lambda m: m.group().upper(), "banana"), re.subn("a", "o", "banana", count=2),
)
m = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)", "on 2024-05-01")
print(
    m.group(), m.group(1), m.group("month"), m["year"], m.groupdict(), m.start(), m.end("year"),
    m.span(2), bool(m),
)
p = re.compile(r"^(\w+):\s*(.*)$", re.MULTILINE | re.IGNORECASE)
print([x.groups() for x in p.finditer("Key: value\nother:  thing")], p.pattern)
print(
    re.findall(r"a.c", "abc a\nc", re.DOTALL), re.findall(r"(?i)AB", "ab Ab"),
    re.findall(r"\bcat\b", "cat concat cat"), re.findall(r"a+?", "aaa"),
    re.findall(r"a{2,3}", "aaaaa"),
)
print(
    re.findall(r"(?<=\$)\d+", "$5 and $10"), re.findall(r"foo(?!bar)", "foobar foobaz"),
    re.findall(r"(?:ab)+", "ababab"), re.match(r"(a)(b)?", "a").groups(),
    re.match(r"(a)(b)?", "a").groups("x"),
)
print(
    re.escape("a.b*c"), re.sub(r"(\d)", r"<\g<1>>", "a1"),
    re.findall(r"[^aeiou\s]+", "hello world"), re.findall(r"[\w.]+@[\w.]+", "x.y@z.com, q@r"),
)
print(
    re.match(r"(.)\1", "aab"), re.search(r"x*", "abc").span(), re.findall(r"x*", "axb"),
    re.sub("x*", "-", "abc"),
)
for bad in ("(", "[a", "*a", "a**", "(?P<n>a)(?P<n>b)", r"\1", "a{2,1}", "(?<=a+)b"):
    try:
        re.compile(bad)
        print(bad, "fine")
    except re.error as error:
        print(bad, error)
