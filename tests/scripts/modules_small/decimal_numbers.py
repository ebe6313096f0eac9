from decimal import *
import decimal, math
D = Decimal
print(D("0.1") + D("0.2"), D("1.10") * 3, D(1) / 3, D("10") / 4, D(2) ** 10, D("1.5") ** 2, D(2) ** -1, D(7) // 2, D(7) % 3, divmod(D(-7), 2), -D("0.0"), abs(D("-3.20")), D("1E+3"), D("1e-10"), D("123456789012345678901234567890"), D(0.1))
print(repr(D("3.14")), D("3.14159").quantize(D("0.01")), D("2.675").quantize(D("0.01"), rounding=ROUND_HALF_UP), D("2.665").quantize(D(".01")), D("1234567.891").quantize(D(1)), D("1.20").normalize(), D("100").normalize(), D("5").sqrt(), D(2).sqrt(), D("1E+2").quantize(D(1)))
for spec in (".2f", ",.2f", ">12.3f", "e", ".3e", "g", "%", ".1%", "010.2f", "+.1f", "^10", "<10.1f", "", "n", ",", "*^12.2f", "08,.1f", ".0f", "E", "z.1f"):
    try: print(spec, "|", f"{D('1234.5678'):{spec}}", "|", f"{D('-0.001'):{spec}}", "|", f"{D('12E+5'):{spec}}", "|", f"{D(0):{spec}}")
    except ValueError as e: print(spec, e)
print(D("1") == 1, D("0.5") == 0.5, D("1.0") == D("1"), D("1") < 2, D("NaN") == D("NaN"), hash(D("2.0")) == hash(2), hash(D("0.5")) == hash(0.5), sorted([D(3), 1, D("2.5")]), max(D(1), D(3)), sum([D("0.1")] * 10), D("1") != 2, D("Infinity") > 10 ** 100, D("-inf"), {D("1.0"): "x"}[1])
print(int(D("-3.9")), float(D("3.5")), round(D("2.5")), round(D("2.675"), 2), math.floor(D("-1.5")), math.ceil(D("1.2")), D("3.7").to_integral_value(), D("123.45").as_tuple(), D("0.75").as_integer_ratio(), D("12.3").adjusted(), D((1, (1, 2, 3), -2)), D("  12.5  "), D("1_000.5"), bool(D("0.00")), complex(D(2)))
for f in (lambda: D("abc"), lambda: D(1) / 0, lambda: D(0) / 0, lambda: D("NaN") < 1, lambda: D([1]), lambda: D(None), lambda: D(-1).sqrt(), lambda: D(5) % 0, lambda: int(D("inf")), lambda: D(10) ** 10000000, lambda: D("1").quantize(D("1e-40")), lambda: math.sqrt(D(4)), lambda: D(1) // 0):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, type(e).__mro__[1].__name__)
getcontext().prec = 6; print(D(1) / 7, D("1234567.89") + 0, +D("1.23456789"), getcontext().prec, D(2) ** D("0.5"), D(10) ** -3, D(3) ** 20, D("1.1") ** 50)
with localcontext() as ctx:
    ctx.prec = 40; ctx.rounding = ROUND_DOWN; print(D(2) / 3, D(1) / 7)
print(D(1) / 7, getcontext()); getcontext().prec = 28
print(D(1).exp(), D(2).ln(), D(1000).log10(), D(2).log10(), D("0.5").exp(), D("123.456").ln(), D(10).ln())
for r in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP): print(r, [str(D(x).quantize(D(1), rounding=r)) for x in ("1.5", "2.5", "-1.5", "1.1", "-1.1", "5.1")])
balance = D("100.00")
for _ in range(3): balance = (balance * D("1.05")).quantize(D("0.01"), ROUND_HALF_UP)
print(balance, f"${balance:,.2f}", str(balance), D("1") .compare(D("2")), D("1").max(D(2)), D("-1").copy_abs(), D("1.23E+5"), D("0.000001"), D("0.0000001"), D("1E-7").to_eng_string(), D("12345E+3").to_eng_string(), D(7).fma(2, 3), isinstance(D(1), decimal.Decimal))
