for x in (
    0.1, 0.1 + 0.2, 1.0, 100.0, 1e15, 1e16, 123456789012345680.0, 1e22, 1e23, 1.5e300, 1e-4, 1e-5,
    0.00012345, 5e-324, 1.7976931348623157e308, 2 / 3, 1 / 3, 100 / 3, 1e100, -0.0, 3.14159, 4.35,
    2.675, 9007199254740993.0,
):
    print(x, end=" ")
print()
print(float("inf"), float("-inf"), float("nan"), 1e999, -1e999)
print(
    float("3.5"), float(" 1e3 "), float("1_0.5"), float("Infinity"), float(".5"), float("5."),
    float(7),
)
print(1e3, 1E3, 1.e2, .5e1, 1_0.0_1)
print(
    round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.567, -2), round(0.5),
    round(1.5), round(2.4999999999999996), round(5.015, 2),
)
print(type(round(2.0)).__name__, type(round(2.0, 0)).__name__, round(1e20), round(123.456, 1))
print(
    int(1e10), 7.0 == 7, 0.1 + 0.2 == 0.3, (0.5).is_integer(), (4.0).is_integer(),
    (0.75).as_integer_ratio(), (0.1).hex(),
)
print(5.5 // 1, -5.5 // 1, 5.5 % 1, -5.5 % 1, 1e308 * 10, -1e308 * 10, divmod(-5.5, 2))
print(max(1, 2.0), max(2.0, 2), min(2, 2.0), sum([0.1] * 10), sum([1, 2.5]))
print(abs(-2.5), pow(2.0, 0.5), 2 ** 0.5, (-8) ** (1 / 3))
inf = float("inf")
nan = inf - inf
print(nan, nan != nan, inf == inf, inf > 1e308, -inf < inf, 1 / inf, [nan] == [nan])
print(hash(1.0) == hash(1), hash(0.5), hash(inf), hash(-0.0))
print(1.0, 1.5, str(1e16), repr(1e-7), 12345678.9, 0.1 * 3, 1.1 + 2.2, 1e16 + 1)
for text, attempt in (
    ("1.0 / 0", lambda: 1.0 / 0),
    ("1.0 // 0", lambda: 1.0 // 0),
    ("1.0 % 0", lambda: 1.0 % 0),
    ("0.0 ** -1", lambda: 0.0 ** -1),
    ("float('x')", lambda: float('x')),
    ("float('')", lambda: float('')),
    ("float(None)", lambda: float(None)),
    ("10.0 ** 400", lambda: 10.0 ** 400),
    ("round('a')", lambda: round('a')),
    ("divmod(1.0, 0)", lambda: divmod(1.0, 0)),
):
    try:
        print(attempt())
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")
