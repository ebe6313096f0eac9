# math and statistics take whatever has a float.
import math
import statistics
from decimal import Decimal
from fractions import Fraction


class Half:
    def __float__(self):
        return 0.5


for number in (Fraction(3, 2), Decimal("2.25"), Half()):
    print(math.isnan(number), math.isinf(number), math.isfinite(number), math.modf(number), math.frexp(number),
          math.sqrt(number), math.log2(number), math.ulp(number), math.nextafter(number, 9), math.ldexp(number, 3))
print(math.isnan(Decimal("nan")), math.isinf(Decimal("-inf")))
for call in (lambda: math.isnan("x"), lambda: math.sin(), lambda: math.sin(1, 2), lambda: math.factorial(),
             lambda: math.factorial(x=1), lambda: math.gcd("a")):
    try:
        call()
    except TypeError as error:
        print(error)

for data in ([Fraction(1), Fraction(2)], [Decimal(1), Decimal(3)], [1, 2.5], [1.5, Fraction(1, 3)], [True, 2],
             [Decimal("1.1"), Decimal("2.7"), 3]):
    print(statistics.mean(data), statistics.variance(data), repr(statistics.stdev(data)), repr(statistics.pstdev(data)))
print(statistics.mean([float("inf"), 1]), statistics.mean([Decimal("inf"), 1]), statistics.mean([1, float("nan")]))
normal = statistics.NormalDist(100, 15)
print(normal.quantiles(4), normal.inv_cdf(0.999), normal.inv_cdf(1e-12), normal.overlap(statistics.NormalDist(110, 12)))
print(-normal, +normal, 5 - normal, normal.overlap(normal))
try:
    normal.inv_cdf(1)
except statistics.StatisticsError as error:
    print(error)
