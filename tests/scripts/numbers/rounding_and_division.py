for a in (7, -7, 7.5, -7.5, 0, -1):
    for b in (2, -2, 2.5, 3):
        print(f"{a}/{b}", a / b, a // b, a % b, divmod(a, b), sep=" ", end="; ")
        assert a == (a // b) * b + a % b
    print()
for x in (
    0.5, 1.5, 2.5, -0.5, -1.5, 1e15 + 0.5, 2.675, 1.005, 0.125, 1234.5678, -1234.5678, 5, 15, 25,
    -15,
):
    print(x, round(x), round(x, 1), round(x, 2), round(x, -1), round(x, -2), sep=" ")
import math
for x in (2.5, -2.5, 3, -0.0, 1e20):
    print(math.floor(x), math.ceil(x), math.trunc(x), int(x), math.modf(x), math.copysign(1, x))
print(
    10 // 3 * 3 + 10 % 3, -10 // 3 * 3 + -10 % 3, 2 ** 100 // 3 ** 20, -(2 ** 100) // 3 ** 20,
    (2 ** 100) % -(3 ** 20), (-(2 ** 100)) % 3 ** 20,
)
print(
    1e308 + 1e308, -1e308 * 10, 1e-320, 5e-324 / 2, 0.1 + 0.2 - 0.3, 1 - 0.9, 3 * 1.1, 0.7 * 3,
    1e16 + 1.0,
)
print(
    int("0o17", 8), int("-0b11", 2), int("+7"), int("  12\n"), int("1_2_3"), float("-.5e-3"),
    float("1_000.5"), float("\t2 "),
)
print(
    5 .real, 5..is_integer(), (5).bit_length(), -5 .__abs__(), 1.0.hex(), 0x10 + 0b10 + 0o10,
    1_0 ** 2, 1e1_0,
)
print(
    max(1, 1.0), max(1.0, 1), min(0.0, -0.0), sum([1, 2.0]), sum([0.1] * 3), math.fsum([0.1] * 3),
    pow(2, -1), pow(2.0, 3), pow(-8, 1 / 3).real,
)
print(
    3 == 3.0, 2 ** 53 == 2 ** 53 + 1.0, 2 ** 53 + 1 == float(2 ** 53), 10 ** 17 + 1 > 1e17,
    hash(2 ** 61 - 1), hash(10 ** 20), hash(1.5), hash(-1.0), hash(float("inf")),
)
