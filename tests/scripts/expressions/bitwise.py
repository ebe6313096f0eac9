print(12 & 10, 12 | 10, 12 ^ 10, ~12, 1 << 10, 1024 >> 3)
print(-5 & 3, -5 | 3, -5 ^ 3, ~-5, -5 >> 1, -1 >> 100, -5 << 2)
print(bin(10), oct(64), hex(255), bin(-10), hex(-255))
print(0b1010, 0o17, 0xFF, 0XAb, 1_000_000, 0x_ff)
print((255).bit_length(), (0).bit_length(), (-8).bit_length(), (13).bit_count())
print(1 << 70, (1 << 70) >> 68, (1 << 70) | 1, (1 << 70) & ((1 << 70) - 1), ~(1 << 70))
print(-(1 << 70) >> 3, -(1 << 70) & 0xFFFF, (-(1 << 70)) | 5, -(1 << 70) ^ 12345)
print(True & False, True | False, True ^ True, type(True & 1).__name__, type(True & True).__name__)
print({1, 2, 3} & {2, 3, 4}, {1} | {2}, {1, 2} ^ {2, 3})
print({"a": 1} | {"b": 2, "a": 3})
for bad, attempt in (
    ("1 << -1", lambda: 1 << -1),
    ("1.5 & 1", lambda: 1.5 & 1),
    ("'a' | 1", lambda: 'a' | 1),
    ("~1.0", lambda: ~1.0),
):
    try:
        attempt()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
