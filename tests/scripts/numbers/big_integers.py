def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


print(factorial(25))
print(factorial(50))
big = factorial(40)
print(big // factorial(38), big % 1000007, -big // 7, -big % 7, divmod(big, 10 ** 20))
print(2 ** 200)
print((2 ** 200) // (3 ** 50), (2 ** 200) % (3 ** 50))
print(big == factorial(40), big < big + 1, big > 1e40, float(2 ** 100), 2 ** 100 / 2 ** 98)
print(int("123456789012345678901234567890") + 1, hex(2 ** 100), bin(2 ** 70)[:10], oct(8 ** 25))
print(10 ** 30 - 10 ** 30 + 1, 10 ** 30 * -1, abs(-10 ** 30), -(-(10 ** 30)))
print(pow(7, 1000, 10 ** 9 + 7), pow(2, 10 ** 6, 97))
a, b = 0, 1
for _ in range(150):
    a, b = b, a + b
print(a)
print(
    9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 * 2,
    4611686018427387904 * 2,
)
print(3037000500 * 3037000500, -3037000500 * 3037000500, 99999999999 ** 3)
print(len(str(3 ** 1000)), sum(int(d) for d in str(3 ** 1000)))
print(
    int(1e22), int(1.5e300) % 1000, (10 ** 22) == 1e22, (10 ** 23) == 1e23,
    2 ** 53 + 1 == float(2 ** 53 + 1),
)
print(f"{2 ** 80:,} {2 ** 80:x} {2 ** 80:>30} {-2 ** 80:_}")
print((-7) // (2 ** 70), (-7) % (2 ** 70), 7 // -(2 ** 70))
for text, attempt in (
    ("10 ** 400 / 1.0", lambda: 10 ** 400 / 1.0),
    ("float(10 ** 400)", lambda: float(10 ** 400)),
    ("10 ** 400 / 10 ** 10", lambda: 10 ** 400 / 10 ** 10),
    ("10 ** 400 / 10 ** 399", lambda: 10 ** 400 / 10 ** 399),
):
    try:
        print(attempt())
    except OverflowError as error:
        print("OverflowError", error)
