import statistics, fractions, decimal, math, cmath, datetime as dt, time, calendar, collections, itertools as it
from decimal import Decimal as D
print(math.pi, math.e, math.tau, math.inf, math.floor(-2.5), math.ceil(2.1), math.trunc(-2.7), math.fabs(-3), math.factorial(10), math.gcd(12, 18), math.lcm(4, 6), math.comb(5, 2), math.perm(5, 2), math.isqrt(17), math.hypot(3, 4), math.degrees(math.pi), math.radians(180), math.sin(1), math.cos(1), math.tan(1), math.atan2(1, 2), math.log(10), math.log2(8), math.log10(1000), math.log(8, 2), math.exp(1), math.pow(2, 3), math.fmod(7, 3), math.modf(3.7), math.frexp(8), math.copysign(1, -0.0), math.isclose(0.1 + 0.2, 0.3), math.prod([1, 2, 3]), math.dist((0, 0), (3, 4)), math.fsum([0.1] * 10), math.erf(1), math.gamma(5), math.remainder(7, 4), math.nextafter(1, 2), math.ulp(1.0), math.cbrt(27), math.exp2(3), math.isnan(math.nan), math.sinh(1), math.acosh(2), math.expm1(1e-5), math.log1p(1e-5))
print(cmath.sqrt(-1), cmath.phase(1j), cmath.polar(1 + 1j), abs(3 + 4j), (1 + 2j).conjugate(), (1 + 2j) ** 2, complex(0, -0.0))
data = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]
print(statistics.mean(data), statistics.median(data), statistics.mode(data), statistics.stdev(data), statistics.variance(data), statistics.quantiles(data), statistics.multimode(data), statistics.median_high([1, 2, 3, 4]), statistics.pvariance(data), statistics.fmean(data, weights=None), statistics.NormalDist.from_samples(data), statistics.covariance([1, 2, 3], [1, 5, 7]))
F = fractions.Fraction
print(F("3.125"), F(1, 3) + F(1, 6), F(2, 4), F(-1, 2) ** 3, F(7, 2) // 1, F(7, 2) % 1, float(F(22, 7)), F(math.pi).limit_denominator(100), sorted([F(1, 2), F(1, 3)]), F(1, 3) == F(2, 6), str(F(5)), f"{F(1,3)}", F(3, 2).numerator, round(F(5, 2)), math.floor(F(-1, 2)), F(0.5), hash(F(1, 2)) == hash(0.5))
print(D("1.1") + D("2.2"), D(10) / D(3), D("1.00") * 3, D("0.1") == 0.1, D("3.14159").quantize(D("0.01")), D("1E+5"), D("123.456").to_integral_value(), D(-5).copy_abs(), D("1.5").as_tuple(), D(2) ** 10, D(2) ** D("0.5"), D("10").ln(), D("NaN").is_nan(), max(D(1), D(2)), sum([D("0.1")] * 10), D("1234567.891").quantize(D("1"), rounding=decimal.ROUND_DOWN), f"{D('1234.5'):,.2f}", D("0.000001"), D("1e-10"), D("-0"), D("5") // D("2"), D("-5") % D("3"), int(D("3.9")), float(D("1.5")), D(str(1.1)), D(1.1))
try: D(1) / 0
except decimal.DivisionByZero as e: print(type(e).__mro__[1].__name__, e)
try: D("abc")
except decimal.InvalidOperation as e: print(e)
a = dt.date(2024, 2, 28); print(a + dt.timedelta(2), a.replace(year=2023) + dt.timedelta(1), (dt.date(2024, 12, 25) - a).days, a.strftime("%d %B %Y, %A"), a.isoweekday(), a.timetuple().tm_yday, a.toordinal(), dt.date.fromordinal(738000), f"{a:%y/%m/%d}", a.isocalendar().week, dt.date.max, a < dt.date(2025, 1, 1), repr(a), str(a), a.ctime(), [a + dt.timedelta(days=i) for i in range(3)][-1])
b = dt.datetime(2024, 1, 31, 23, 59, 30, 5); print(b + dt.timedelta(minutes=1), b.isoformat(sep=" ", timespec="milliseconds"), b - dt.datetime(2023, 12, 31), b.replace(hour=0).time(), b.astimezone(dt.timezone.utc).tzinfo, b.strftime("%H:%M:%S.%f %p %j %U %%"), dt.datetime.strptime("05/03/21 14:30", "%d/%m/%y %H:%M"), dt.datetime.fromisoformat("2024-01-01T10:00:00+05:30").utcoffset(), dt.datetime(2024, 1, 1, tzinfo=dt.timezone.utc).isoformat(), dt.timezone(dt.timedelta(hours=5, minutes=30)), dt.datetime.fromtimestamp(86400, dt.timezone.utc), dt.datetime(1970, 1, 2, tzinfo=dt.timezone.utc).timestamp(), b.date() == a, max(b, b + dt.timedelta(1)))
t = dt.timedelta(days=2, hours=5, minutes=30, seconds=15); print(t, t.days, t.seconds, t.total_seconds(), t * 2, t / 2, t // dt.timedelta(hours=1), -t, abs(-t), t > dt.timedelta(1), dt.timedelta(weeks=1, milliseconds=5), str(dt.timedelta(0)), repr(t), dt.timedelta(seconds=90) % dt.timedelta(minutes=1), divmod(t, dt.timedelta(days=1)), sum([t, t], dt.timedelta()))
print(dt.time(14, 30).strftime("%I:%M %p"), dt.time(1, 2, 3, 4), dt.time.fromisoformat("12:34:56").minute, dt.time(5) < dt.time(6), dt.time.max)
for bad in [lambda: dt.date(2023, 2, 29), lambda: dt.datetime(2023, 1, 1, 25), lambda: dt.datetime.strptime("2023-13-01", "%Y-%m-%d"), lambda: dt.date.fromisoformat("2023-1-1"), lambda: dt.date(2023, 1, 1) + 5, lambda: dt.timedelta("a"), lambda: dt.date.today() - dt.datetime.now(), lambda: dt.datetime.strptime("10", "%H:%M"), lambda: dt.datetime.strptime("10:20x", "%H:%M"), lambda: dt.time(24)]:
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(time.strftime("%Y-%m-%d", time.gmtime(0)), time.gmtime(86400)[:6], time.mktime(time.localtime(1e6)) == 1e6, time.struct_time(range(9)).tm_hour, time.strptime("2020", "%Y").tm_year, time.asctime(time.gmtime(0)), time.perf_counter() >= 0, time.monotonic_ns() > 0, time.time() > 1e9, time.process_time() >= 0)
def primes():
    yield 2
    for n in it.count(3, 2):
        if all(n % p for p in it.takewhile(lambda p: p * p <= n, primes())): yield n
print([*it.islice(primes(), 12)])
def chunked(x, n): i = iter(x); return iter(lambda: list(it.islice(i, n)), [])
print(list(chunked(range(7), 3)), list(it.batched("abc", 2)) if hasattr(it, "batched") else "no batched")
def roundrobin(*its):
    nexts = it.cycle(iter(i).__next__ for i in its); pending = len(its)
    while pending:
        try:
            for n in nexts: yield n()
        except StopIteration: pending -= 1; nexts = it.cycle(it.islice(nexts, pending))
print("".join(roundrobin("ABC", "D", "EF")))
def powerset(s): return it.chain.from_iterable(it.combinations(s, r) for r in range(len(s) + 1))
print(list(powerset([1, 2, 3])), list(it.zip_longest("AB", "xyz", fillvalue="-")), [*it.accumulate([3, 1, 4, 1], max)], [*it.starmap(lambda a, b: a * b, zip([1, 2], [3, 4]))], [*it.permutations("ab")], sum(1 for _ in it.product(range(3), repeat=3)), dict(it.groupby([("a", 1)], key=lambda t: t[0])).keys(), [*it.chain("ab", [1])], [*it.repeat(0, 3)], [*it.islice(it.cycle("ab"), 5)])
