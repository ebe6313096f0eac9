# Bytes beyond ASCII in patterns, names of characters, octal numbers, re.Scanner.
import re

data = bytes(range(256))
for pattern in (b"\xff", rb"\xff", rb"\377", rb"[\200-\xff]+", rb"[^\x00-\x7f]+", re.escape(b"\x80\xe9"), b"[\xe0-\xe2]{3}",
                rb"\w\xe9", b"\xe9?\xea"):
    print(pattern, re.search(pattern, data + b"\x80\xe9a\xe9"))
print(all(re.fullmatch(re.escape(bytes([code])), bytes([code])) for code in range(256)))
print(all(re.fullmatch(re.escape(chr(code)), chr(code)) for code in range(0x250)))
print(re.sub(b"\xe9", b"e", b"caf\xe9"), re.sub("é", "e", "café"), re.findall("[à-ÿ]", "aéÿz"), re.split(b"\xa0", b"a\xa0b"))
print(re.match(r"\N{LESS-THAN SIGN}\N{GREEK SMALL LETTER ALPHA}", "<α"), re.sub("x", r"\101\060", "x"))
for call in (lambda: re.compile(r"\N{NO SUCH THING}"), lambda: re.sub("x", "\\400", "x"), lambda: re.compile(r"\400"),
             lambda: re.compile(rb"\N{SPACE}")):
    try:
        call()
    except re.error as error:
        print(error)

scanner = re.Scanner([
    (r"\d+\.\d*", lambda scanner, text: float(text)),
    (r"\d+", lambda scanner, text: int(text)),
    (r"(\w)(\w*)", lambda scanner, text: text.upper()),
    (r"[-+*/=()]", lambda scanner, text: ("operator", text)),
    (r"\s+", None),
])
print(scanner.scan("sum = 3*foo + 312.50 + (bar)"))
print(scanner.scan("1 $ 2"), scanner.scan(""))
