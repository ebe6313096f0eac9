import textwrap, string, re, collections, itertools, datetime, json
text = """It was the best of times, it was the worst of times"""
c = collections.Counter(re.findall(r"\w+", text.lower()))
for w, n in c.most_common(3): print(f"{w!r:>10} {'#' * n:<5}|{n:^5}|")
print(textwrap.fill(text * 2, 30, initial_indent="* ", subsequent_indent="  "))
print(json.dumps({"b": [1, 2.0, None, True], "a": {"x": "é\n"}}, indent=2, sort_keys=True, ensure_ascii=False))
print(string.Template("$who owes $$${amt}").substitute(who="Bob", amt=5), string.capwords("hello big world"))
print("%-10s|%+05d|%x|%o|%e|%g|%%|%c|%r" % ("ab", 42, 255, 8, 12345.678, 0.00001, "x", "q"))
print("{:>{w}.{p}f}|{:,}|{:_b}|{!r:^9}|{0[1]}{1.real}".replace("{0[1]}{1.real}", "").format(3.14159, 1234567, 255, "x", w=10, p=2))
print(f"{datetime.date(2024, 2, 29):%A %d %B %Y}", datetime.timedelta(hours=25, seconds=1), datetime.datetime(2024, 1, 1) + datetime.timedelta(days=60))
for k, g in itertools.groupby(sorted("banana split apple".split(), key=len), key=len): print(k, list(g))
print(re.sub(r"(\d+)-(\d+)", r"\2:\g<1>", "10-20 30-40"), re.split(r"[,;]\s*", "a, b;c"), re.fullmatch(r"(?P<y>\d{4})", "2024").groupdict())
print(str.maketrans("abc", "xyz"), "aabbcc".translate(str.maketrans("abc", "xyz", "")), "x".join("abc"), "a,b,,c".split(","), " a b ".split())
