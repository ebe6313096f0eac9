print(
    int("42"), int(" -7 "), int("1_000"), int("ff", 16), int("0b101", 0), int("0x1F", 16),
    int("z", 36),
)
print(int(3.9), int(-3.9), int(True), int(), int(b"12"))
print(
    abs(-5), pow(2, 10), pow(3, 4, 5), pow(3, -1, 7), round(7), round(1234, -2), round(1250, -2),
    round(1350, -2),
)
print(10 ** 20, -10 ** 20, 2 ** 64, 2 ** 64 - 1, -(2 ** 63))
print((5).__class__.__name__, isinstance(True, int), (7).real, (7).numerator, (7).denominator)
print(1 if 5 else 0, 0 == -0, hash(5), hash(2 ** 61 - 1), hash(-1), hash(-2))
print(max(3, 1, 2), min([4, 2, 8]), sum(range(101)), sum([1, 2], 10))
print(
    (258).to_bytes(2, "big"), (258).to_bytes(4, "little"), int.from_bytes(b"\x01\x02", "big"),
    int.from_bytes(b"\xff\xfe", "big", signed=True),
)
print(str(123), repr(-5), f"{7}", format(10, "b"), format(10, "#x"), format(1234567, ","))
for text, attempt in (
    ("int('4.5')", lambda: int('4.5')),
    ("int('')", lambda: int('')),
    ("int('abc')", lambda: int('abc')),
    ("int('12', 1)", lambda: int('12', 1)),
    ("int('9', 8)", lambda: int('9', 8)),
    ("int(None)", lambda: int(None)),
    ("int([1])", lambda: int([1])),
    ("int('5', 40)", lambda: int('5', 40)),
    ("1 // 0", lambda: 1 // 0),
    ("1 % 0", lambda: 1 % 0),
    ("1 / 0", lambda: 1 / 0),
    ("0 ** -1", lambda: 0 ** -1),
    ("divmod(1, 0)", lambda: divmod(1, 0)),
    ("pow(2, 3, 0)", lambda: pow(2, 3, 0)),
    ("int(float('nan'))", lambda: int(float('nan'))),
    ("int(float('inf'))", lambda: int(float('inf'))),
):
    try:
        print(attempt())
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")
