"""Fraction, infinite-precision, rational numbers."""

from math import gcd as _gcd

__all__ = ["Fraction"]


# (sign, digits, digits behind the point, power of ten) and the like of a literal; None if it is none.
def _parse(text):
    text = text.strip()
    sign = 1
    if text[:1] in ("+", "-"):
        sign = -1 if text[0] == "-" else 1
        text = text[1:]
    if "/" in text:
        top, _, bottom = text.partition("/")
        top, bottom = _digits(top), _digits(bottom)
        return None if top is None or bottom is None else (sign * top, bottom)
    power = 0
    low = text.lower()
    if "e" in low:
        place = low.index("e")
        exponent = text[place + 1:]
        value = _digits(exponent.lstrip("+-") if exponent[:1] in ("+", "-") else exponent)
        if value is None or len(exponent) - len(exponent.lstrip("+-")) > 1:
            return None
        power = -value if exponent[0] == "-" else value
        text = text[:place]
    whole, point, part = text.partition(".")
    if not whole and not part:
        return None
    top = _digits(whole) if whole else 0
    behind = _digits(part) if part else 0
    if top is None or behind is None:
        return None
    count = len(part.replace("_", ""))
    top = top * 10 ** count + behind
    power -= count
    return (sign * top * 10 ** power, 1) if power >= 0 else (sign * top, 10 ** -power)


def _digits(text):
    plain = text.replace("_", "")
    if not plain.isdecimal() or text[0] == "_" or text[-1] == "_" or "__" in text:
        return None
    return int(plain)


def _as_fraction(value):
    if isinstance(value, Fraction):
        return value
    if isinstance(value, int):
        return Fraction._make(int(value), 1)
    return None


def _arithmetic(exact, with_floats):
    def forward(a, b):
        other = _as_fraction(b)
        if other is not None:
            return exact(a, other)
        if isinstance(b, float):
            return with_floats(float(a), b)
        if isinstance(b, complex):
            return with_floats(complex(a), b)
        return NotImplemented

    def backward(b, a):
        other = _as_fraction(a)
        if other is not None:
            return exact(other, b)
        if isinstance(a, float):
            return with_floats(a, float(b))
        if isinstance(a, complex):
            return with_floats(a, complex(b))
        return NotImplemented

    return forward, backward


class Fraction:
    """This class implements rational numbers."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if isinstance(numerator, int):
                return cls._make(int(numerator), 1)
            if isinstance(numerator, Fraction):
                return cls._make(numerator._numerator, numerator._denominator)
            if isinstance(numerator, str):
                parsed = _parse(numerator)
                if parsed is None:
                    raise ValueError(f"Invalid literal for Fraction: {numerator!r}")
                numerator, denominator = parsed
            elif hasattr(numerator, "as_integer_ratio"):
                return cls._make(*numerator.as_integer_ratio())
            else:
                raise TypeError("argument should be a string or a Rational instance")
        else:
            top, bottom = _as_fraction(numerator), _as_fraction(denominator)
            if top is None or bottom is None:
                raise TypeError("both arguments should be Rational instances")
            numerator = top._numerator * bottom._denominator
            denominator = top._denominator * bottom._numerator
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        divisor = _gcd(numerator, denominator)
        if denominator < 0:
            divisor = -divisor
        return cls._make(numerator // divisor, denominator // divisor)

    # Of numbers in lowest terms.
    @classmethod
    def _make(cls, numerator, denominator):
        self = object.__new__(cls)
        self._numerator = numerator
        self._denominator = denominator
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls._make(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        return cls._make(*dec.as_integer_ratio())

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """Closest Fraction to self with denominator at most max_denominator."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # the convergents of its continued fraction, and the last between two of them
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        between = Fraction(p0 + k * p1, q0 + k * q1)
        last = Fraction(p1, q1)
        return last if abs(last - self) <= abs(between - self) else between

    @property
    def numerator(a):
        return a._numerator

    @property
    def denominator(a):
        return a._denominator

    real = property(lambda self: self)
    imag = property(lambda self: 0)

    def conjugate(self):
        return self

    def __repr__(self):
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    __add__, __radd__ = _arithmetic(
        lambda a, b: Fraction(a._numerator * b._denominator + b._numerator * a._denominator,
                              a._denominator * b._denominator), lambda a, b: a + b)
    __sub__, __rsub__ = _arithmetic(
        lambda a, b: Fraction(a._numerator * b._denominator - b._numerator * a._denominator,
                              a._denominator * b._denominator), lambda a, b: a - b)
    __mul__, __rmul__ = _arithmetic(
        lambda a, b: Fraction(a._numerator * b._numerator, a._denominator * b._denominator), lambda a, b: a * b)
    __truediv__, __rtruediv__ = _arithmetic(
        lambda a, b: Fraction(a._numerator * b._denominator, a._denominator * b._numerator), lambda a, b: a / b)
    __floordiv__, __rfloordiv__ = _arithmetic(
        lambda a, b: a._numerator * b._denominator // (a._denominator * b._numerator), lambda a, b: a // b)
    __mod__, __rmod__ = _arithmetic(
        lambda a, b: Fraction(a._numerator * b._denominator % (b._numerator * a._denominator),
                              a._denominator * b._denominator), lambda a, b: a % b)
    __divmod__, __rdivmod__ = _arithmetic(lambda a, b: (a // b, a % b), divmod)

    def __pow__(a, b):
        other = _as_fraction(b)
        if other is None:
            return float(a) ** b if isinstance(b, (float, complex)) else NotImplemented
        if other._denominator != 1:
            return float(a) ** float(other)
        power = other._numerator
        if power >= 0:
            return Fraction._make(a._numerator ** power, a._denominator ** power)
        if a._numerator == 0:
            raise ZeroDivisionError(f"Fraction({a._denominator ** -power}, 0)")
        return Fraction(a._denominator ** -power, a._numerator ** -power)

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        other = _as_fraction(a)
        if other is not None:
            return other ** b
        return a ** float(b)

    def __pos__(a):
        return Fraction._make(a._numerator, a._denominator)

    def __neg__(a):
        return Fraction._make(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction._make(abs(a._numerator), a._denominator)

    def __int__(a):
        return a.__trunc__()

    def __float__(a):
        return a._numerator / a._denominator

    def __complex__(a):
        return complex(float(a))

    def __trunc__(a):
        if a._numerator < 0:
            return -(-a._numerator // a._denominator)
        return a._numerator // a._denominator

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            double = rest * 2
            if double > self._denominator or (double == self._denominator and whole % 2):
                whole += 1
            return whole
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        modulus = 2 ** 61 - 1
        try:
            inverse = pow(self._denominator, -1, modulus)
        except ValueError:
            result = 314159
        else:
            result = hash(hash(abs(self._numerator)) * inverse)
        if self._numerator < 0:
            result = -result
        return -2 if result == -1 else result

    def __eq__(a, b):
        if isinstance(b, int):
            return a._numerator == b and a._denominator == 1
        if isinstance(b, Fraction):
            return a._numerator == b._numerator and a._denominator == b._denominator
        if isinstance(b, float):
            return float(a) == b if b - b != 0 else a == Fraction.from_float(b)
        if isinstance(b, complex):
            return b.imag == 0 and a == b.real
        return NotImplemented

    # The sign of a - b; None: b is no number that has an order.
    def _compared(a, b):
        other = _as_fraction(b)
        if other is None:
            if not isinstance(b, float):
                return None
            if b - b != 0:
                return 0.0 - b
            other = Fraction.from_float(b)
        return a._numerator * other._denominator - other._numerator * a._denominator

    def __lt__(a, b):
        sign = a._compared(b)
        return NotImplemented if sign is None else sign < 0

    def __gt__(a, b):
        sign = a._compared(b)
        return NotImplemented if sign is None else sign > 0

    def __le__(a, b):
        sign = a._compared(b)
        return NotImplemented if sign is None else sign <= 0

    def __ge__(a, b):
        sign = a._compared(b)
        return NotImplemented if sign is None else sign >= 0

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return type(self), (self._numerator, self._denominator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self
