b = b"hello\x00\xff"
print(b, len(b), b[0], b[1:3], list(b[:3]), b[-1], b"a" in b, 104 in b)
print(
    b"ab" + b"cd", b"ab" * 2, b"a,b".split(b","), b"-".join([b"x", b"y"]), b"Abc".upper(),
    b"abc".replace(b"b", b"X"),
)
print(
    bytes(3), bytes([65, 66]), bytes("é", "utf-8"), "é".encode("latin-1"),
    b"caf\xc3\xa9".decode("utf-8"),
)
print(b"abc".hex(), bytes.fromhex("48 49"), b'it\'s', b"quote'\"", repr(b"\t\n\\"))
array = bytearray(b"abc")
array[0] = 120
array.append(33)
array += b"?"
array.extend([65, 66])
del array[1]
print(array, bytes(array), len(array))
print(b"a" == "a", b"a" < b"b", hash(b"a") == hash(b"a"), {b"k": 1}[b"k"])
print("naïve café", "日本語", len("日本語"), "日本語"[1], "😀", len("😀"), "😀".encode(), repr("😀\ud800"))
print(ascii("héllo 漢 😀"), ascii("plain"), "\u0041", "e\u0301", len("e\u0301"))
print(
    "résumé".upper(), "ΑΒΓ".lower(), "Straße".casefold(), "Привіт".upper(),
    sorted(["é", "e", "z", "a"]),
)
for text, attempt in (
    ("b'a' + 'a'", lambda: b'a' + 'a'),
    ("bytes([256])", lambda: bytes([256])),
    ("bytes(['a'])", lambda: bytes(['a'])),
    ("b'abc'[5]", lambda: b'abc'[5]),
    ("'a' in b'a'", lambda: 'a' in b'a'),
    ("bytearray(b'a')[3]", lambda: bytearray(b'a')[3]),
):
    try:
        print(attempt())
    except (Exception, SyntaxError) as error:
        print(f"{text}: {type(error).__name__}: {error}")
