"""Basic statistics."""

from fractions import Fraction as _Fraction
from math import exp as _exp, fabs as _fabs, fsum as _fsum, hypot as _hypot, inf as _inf, isfinite as _is_finite, log as _log, sqrt as _sqrt, tau as _tau, \
    erf as _erf, erfc as _erfc

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean",
           "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode", "multimode",
           "pstdev", "pvariance", "quantiles", "stdev", "variance"]


class StatisticsError(ValueError):
    pass


# What a result of numbers of these two kinds is.
def _common_kind(kind, other):
    if kind is other or other is int or other is bool:
        return kind
    if kind is int:
        return other
    if issubclass(other, kind):
        return other
    if issubclass(kind, other):
        return kind
    if issubclass(other, int):
        return kind
    if issubclass(kind, int):
        return other
    if issubclass(kind, _Fraction) and issubclass(other, float):
        return other
    if issubclass(kind, float) and issubclass(other, _Fraction):
        return kind
    raise TypeError(f"don't know how to coerce {kind.__name__} and {other.__name__}")


# The exact sum of numbers as a Fraction (None when some is not finite: then `plain` is the sum of these),
# with what kind of number a result should be.
def _sum(data):
    kind = int
    total = 0
    plain = 0
    is_exact = True
    count = 0
    for value in data:
        count += 1
        own = type(value)
        if own is int or own is bool:
            total += value
            continue
        if own is not kind:
            kind = _common_kind(kind, own)
        if isinstance(value, int):
            total += int(value)
        elif isinstance(value, _Fraction):
            total += value
        elif hasattr(value, "as_integer_ratio"):
            if _is_finite(value):
                total += _Fraction(*value.as_integer_ratio())
            else:
                is_exact = False
                plain += value
        else:
            raise TypeError(f"can't convert type '{own.__name__}' to numerator/denominator")
    return kind, (_Fraction(total) if is_exact else None), plain, count


def _converted(value, kind):
    if type(value) is kind:
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    if kind is float:
        return value.numerator / value.denominator
    try:
        return kind(value)
    except TypeError:
        if type(value) is _Fraction and kind is not _Fraction:
            return kind(value.numerator) / value.denominator
        raise


def _mean_of(data):
    kind, total, plain, count = _sum(data)
    return kind, (plain if total is None else total), count, total is not None


def mean(data):
    """Return the sample arithmetic mean of data."""
    kind, total, count, is_exact = _mean_of(data)
    if count < 1:
        raise StatisticsError("mean requires at least one data point")
    return _converted(total / count, kind) if is_exact else total / count


def fmean(data, weights=None):
    """Convert data to floats and compute the arithmetic mean."""
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return _fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError("data and weights must be the same length")
    total = _fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return _fsum([value * weight for value, weight in zip(data, weights)]) / total


def geometric_mean(data):
    """Convert data to floats and compute the geometric mean."""
    try:
        return _exp(fmean([_log(value) for value in data]))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def harmonic_mean(data, weights=None):
    """Return the harmonic mean of data."""
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if weights is None:
        if len(data) == 1:
            if data[0] < 0:
                raise StatisticsError("harmonic mean does not support negative values")
            return data[0]
        weights = [1] * len(data)
        total_weight = len(data)
    else:
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError("Number of weights does not match data size")
        total_weight = _sum(weights)[1]
    parts = []
    for value, weight in zip(data, weights):
        if value < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        if value == 0 and weight:
            return 0
        parts.append(weight / value if weight else 0)
    kind, total, plain, count = _sum(parts)
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _converted(total_weight / total, kind)


def _sorted_data(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data


def median(data):
    """Return the median (middle value) of numeric data."""
    data = _sorted_data(data)
    middle = len(data) // 2
    if len(data) % 2 == 1:
        return data[middle]
    return (data[middle - 1] + data[middle]) / 2


def median_low(data):
    """Return the low median of numeric data."""
    data = _sorted_data(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    """Return the high median of data."""
    data = _sorted_data(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    """Estimates the median for numeric data binned around the midpoints of consecutive, fixed-width intervals."""
    data = _sorted_data(data)
    count = len(data)
    middle = data[count // 2]
    below = 0
    inside = 0
    for value in data:
        if value < middle:
            below += 1
        elif value == middle:
            inside += 1
    lower = float(middle) - float(interval) / 2.0
    return lower + float(interval) * (count / 2 - below) / inside


def _counts(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    return counts


def mode(data):
    """Return the most common data point from discrete or nominal data."""
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    most = max(counts.values())
    for value, count in counts.items():
        if count == most:
            return value


def multimode(data):
    """Return a list of the most frequently occurring values."""
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    """Divide data into n continuous intervals with equal probability."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    count = len(data)
    if count < 2:
        raise StatisticsError("must have at least two data points")
    result = []
    if method == "inclusive":
        for i in range(1, n):
            place, delta = divmod(i * (count - 1), n)
            result.append((data[place] * (n - delta) + data[place + 1] * delta) / n)
        return result
    if method == "exclusive":
        for i in range(1, n):
            place = min(max(i * (count + 1) // n, 1), count - 1)
            delta = i * (count + 1) - place * n
            result.append((data[place - 1] * (n - delta) + data[place] * delta) / n)
        return result
    raise ValueError(f"Unknown method: {method!r}")


# The sum of squared distances from the mean (or from `centre`), exactly where that is possible.
def _squares(data, centre):
    data = list(data)
    kind, total, plain, count = _sum(data)
    if count == 0:
        return kind, 0, 0, None
    if total is None:
        middle = plain if centre is None else centre
        return float, sum([(value - middle) ** 2 for value in data]), count, middle
    middle = total / count if centre is None else _Fraction(*centre.as_integer_ratio())
    if centre is not None and isinstance(centre, float):
        kind = float
    exact = [_Fraction(*value.as_integer_ratio()) - middle for value in data]
    return kind, sum([value * value for value in exact]), count, middle


def _divided(total, count, kind):
    return _converted(total / count, kind) if isinstance(total, _Fraction) else total / count


def variance(data, xbar=None):
    """Return the sample variance of data."""
    kind, total, count, middle = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("variance requires at least two data points")
    return _divided(total, count - 1, kind)


def pvariance(data, mu=None):
    """Return the population variance of data."""
    kind, total, count, middle = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _divided(total, count, kind)


# The square root of a fraction, rounded to a float only once.
def _root(number):
    if not isinstance(number, _Fraction):
        return _sqrt(number)
    if number == 0:
        return 0.0
    from math import isqrt
    # enough bits that the last one, set when anything is left, decides the rounding
    shift = (number.numerator.bit_length() - number.denominator.bit_length() - 109) // 2
    n, m = number.numerator, number.denominator
    if shift >= 0:
        m <<= 2 * shift
    else:
        n <<= -2 * shift
    root = isqrt(n // m)
    root |= root * root * m != n
    return float(root << shift) if shift >= 0 else root / (1 << -shift)


# The square root of a fraction as a number of the kind of the data: rounded once.
def _root_as(number, kind):
    if isinstance(number, _Fraction) and not issubclass(kind, (float, int, _Fraction)):
        import decimal
        if issubclass(kind, decimal.Decimal):
            with decimal.localcontext() as context:
                digits = context.prec
                context.prec = digits + 10
                root = (kind(number.numerator) / kind(number.denominator)).sqrt()
            return +root
    return _root(number)


def stdev(data, xbar=None):
    """Return the square root of the sample variance."""
    kind, total, count, middle = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root_as(total / (count - 1), kind)


def pstdev(data, mu=None):
    """Return the square root of the population variance."""
    kind, total, count, middle = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root_as(total / count, kind)


# --- two variables -----------------------------------------------------------------------------------------

def _pairs(x, y, name):
    if len(x) != len(y):
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    return _fsum(x) / len(x), _fsum(y) / len(y)


def covariance(x, y, /):
    """Covariance"""
    mean_x, mean_y = _pairs(x, y, "covariance")
    return _fsum([(a - mean_x) * (b - mean_y) for a, b in zip(x, y)]) / (len(x) - 1)


def correlation(x, y, /):
    """Pearson's correlation coefficient"""
    mean_x, mean_y = _pairs(x, y, "correlation")
    both = _fsum([(a - mean_x) * (b - mean_y) for a, b in zip(x, y)])
    first = _fsum([(a - mean_x) ** 2.0 for a in x])
    second = _fsum([(b - mean_y) ** 2.0 for b in y])
    try:
        return both / _sqrt(first * second)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant") from None


_regression = None


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept for simple linear regression."""
    global _regression
    if _regression is None:
        from collections import namedtuple
        _regression = namedtuple("LinearRegression", ["slope", "intercept"])
    mean_x, mean_y = _pairs(x, y, "linear regression")
    if proportional:
        mean_x = mean_y = 0.0
    both = _fsum([(a - mean_x) * (b - mean_y) for a, b in zip(x, y)])
    first = _fsum([(a - mean_x) ** 2.0 for a in x])
    if not first:
        raise StatisticsError("x is constant")
    slope = both / first
    return _regression(slope=slope, intercept=0.0 if proportional else mean_y - slope * mean_x)


# The value below which `p` of the standard normal distribution lies: M. J. Wichura's algorithm AS 241 (1988),
# three rational approximations. Each pair holds the coefficients, highest power first.
_CENTRE = (
    (2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4,
     1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0),
    (5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
     5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0))
_MIDDLE = (
    (7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0,
     3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0),
    (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
     6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1.0))
_TAIL = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
     2.96560571828504891230e-1, 1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0),
    (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
     1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0))


def _power_series(coefficients, x):
    value = coefficients[0]
    for coefficient in coefficients[1:]:
        value = value * x + coefficient
    return value


def _standard_quantile(p):
    q = p - 0.5
    if _fabs(q) <= 0.425:
        r = 0.180625 - q * q
        return _power_series(_CENTRE[0], r) * q / _power_series(_CENTRE[1], r)
    r = _sqrt(-_log(p if q <= 0.0 else 1.0 - p))
    parts, r = (_MIDDLE, r - 1.6) if r <= 5.0 else (_TAIL, r - 5.0)
    x = _power_series(parts[0], r) / _power_series(parts[1], r)
    return -x if q < 0.0 else x


class NormalDist:
    "Normal distribution of a random variable"

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(fmean(data), stdev(data))

    mean = property(lambda self: self._mu)
    median = property(lambda self: self._mu)
    mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def pdf(self, x):
        if not self._sigma:
            raise StatisticsError("pdf() not defined when sigma is zero")
        distance = x - self._mu
        return _exp(distance * distance / (-2.0 * self.variance)) / _sqrt(_tau * self.variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + _erf((x - self._mu) / (self._sigma * _sqrt(2.0))))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if self._sigma <= 0.0:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        return self._mu + _standard_quantile(p) * self._sigma

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    # The area that two densities have in common: it changes from one to the other where they are equal.
    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        first, second = self, other
        if (second._sigma, second._mu) < (first._sigma, first._mu):
            first, second = second, first
        a, b = first.variance, second.variance
        if not a or not b:
            raise StatisticsError("overlap() not defined when sigma is zero")
        difference = b - a
        distance = _fabs(second._mu - first._mu)
        if not difference:
            return _erfc(distance / (2.0 * first._sigma * _sqrt(2.0)))
        middle = first._mu * b - second._mu * a
        width = first._sigma * second._sigma * _sqrt(distance * distance + difference * _log(b / a))
        left = (middle + width) / difference
        right = (middle - width) / difference
        return 1.0 - (_fabs(second.cdf(left) - first.cdf(left)) + _fabs(second.cdf(right) - first.cdf(right)))

    def samples(self, n, *, seed=None):
        import random
        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for i in range(n)]

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, _hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, _hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, factor):
        return NormalDist(self._mu * factor, self._sigma * abs(factor))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    def __rsub__(self, other):
        return -(self - other)

    __radd__ = __add__
    __rmul__ = __mul__

    def __truediv__(self, factor):
        return NormalDist(self._mu / factor, self._sigma / abs(factor))

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"
