import math

print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sqrt(16), math.sqrt(2), math.isqrt(17), math.isqrt(10 ** 40))
print(math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.7))
print(
    math.factorial(10), math.gcd(12, 18), math.gcd(), math.gcd(0, 5), math.lcm(4, 6),
    math.comb(5, 2), math.perm(5, 2),
)
print(
    math.log(1), math.log(8, 2), math.log2(1024), math.log10(1000), math.exp(0),
    math.log(10 ** 400),
)
print(
    math.sin(0), math.cos(0), math.degrees(math.pi), round(math.radians(180), 6), math.hypot(3, 4),
    math.dist((0, 0), (3, 4)),
)
print(
    math.pow(2, 3), math.fabs(-3), math.fmod(-7, 3), math.copysign(3, -0.0), math.modf(3.25),
    math.frexp(8), math.ldexp(0.5, 4),
)
print(
    math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3),
    math.isclose(1, 1.1),
)
print(math.prod([1, 2, 3, 4]), math.prod([], start=5), math.fsum([0.1] * 10), math.cbrt(27))
print(math.atan2(1, 1), math.asin(1), math.tanh(0.5), math.gamma(5), math.erf(0.5))
for text, attempt in (
    ("math.sqrt(-1)", lambda: math.sqrt(-1)),
    ("math.log(0)", lambda: math.log(0)),
    ("math.factorial(-1)", lambda: math.factorial(-1)),
    ("math.factorial(2.5)", lambda: math.factorial(2.5)),
    ("math.sqrt('x')", lambda: math.sqrt('x')),
    ("math.exp(1000)", lambda: math.exp(1000)),
    ("math.floor('a')", lambda: math.floor('a')),
    ("math.gcd(1.5)", lambda: math.gcd(1.5)),
    ("math.isqrt(-4)", lambda: math.isqrt(-4)),
):
    try:
        print(attempt())
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")
