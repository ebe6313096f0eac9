"""Decimal numbers, exact to as many digits as the context says (IEEE 854 and the General Decimal
Arithmetic Specification, without the functions of higher mathematics)."""

import math
import numbers
from collections import namedtuple
from threading import local

__all__ = ["Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext",
           "DecimalException", "Clamped", "InvalidOperation", "DivisionByZero", "Inexact", "Rounded",
           "Subnormal", "Overflow", "Underflow", "FloatOperation", "DivisionImpossible",
           "InvalidContext", "ConversionSyntax", "DivisionUndefined", "ROUND_DOWN", "ROUND_HALF_UP",
           "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN",
           "ROUND_05UP", "setcontext", "getcontext", "localcontext", "MAX_PREC", "MAX_EMAX",
           "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR"]

ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_UP = "ROUND_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_05UP = "ROUND_05UP"
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)
HAVE_THREADS = HAVE_CONTEXTVAR = True

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class InvalidContext(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_SIGNALS = [Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded,
            Subnormal, Underflow]
_ROUNDINGS = (ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_UP,
              ROUND_HALF_DOWN, ROUND_05UP)


class Context:
    """Precision, rounding, and what is done about signals."""

    __tp_name__ = "decimal.Context"
    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None,
                 flags=None, traps=None):
        self.prec = 28 if prec is None else prec
        self.rounding = ROUND_HALF_EVEN if rounding is None else rounding
        self.Emin = -999999 if Emin is None else Emin
        self.Emax = 999999 if Emax is None else Emax
        self.capitals = 1 if capitals is None else capitals
        self.clamp = 0 if clamp is None else clamp
        trapped = [InvalidOperation, DivisionByZero, Overflow] if traps is None else traps
        self.traps = trapped if isinstance(trapped, dict) else {s: s in trapped for s in _SIGNALS}
        raised = [] if flags is None else flags
        self.flags = raised if isinstance(raised, dict) else {s: s in raised for s in _SIGNALS}

    def __setattr__(self, name, value):
        if name == "prec" and not 1 <= value <= MAX_PREC:
            raise ValueError("valid range for prec is [1, MAX_PREC]")
        if name == "rounding" and value not in _ROUNDINGS:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, "
                            "ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        object.__setattr__(self, name, value)

    def __repr__(self):
        flags = ", ".join([s.__name__ for s in _SIGNALS if self.flags[s]])
        traps = ", ".join([s.__name__ for s in _SIGNALS if self.traps[s]])
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, "
                f"Emax={self.Emax}, capitals={self.capitals}, clamp={self.clamp}, flags=[{flags}], "
                f"traps=[{traps}])")

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                       dict(self.flags), dict(self.traps))

    __copy__ = copy

    def clear_flags(self):
        for signal in self.flags:
            self.flags[signal] = False

    def clear_traps(self):
        for signal in self.traps:
            self.traps[signal] = False

    def _signal(self, signal, result, shown=None):
        known = signal
        if issubclass(signal, InvalidOperation):
            known = InvalidOperation
        self.flags[known] = True
        if self.traps[known]:
            raise known([shown or signal])
        return result

    def create_decimal(self, num="0"):
        return _fixed(Decimal(num), self)

    def create_decimal_from_float(self, f):
        return _fixed(Decimal.from_float(f), self)

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def add(self, a, b):
        return _operand(a)._add(_operand(b), self)

    def subtract(self, a, b):
        return _operand(a)._add(-_operand(b), self)

    def multiply(self, a, b):
        return _operand(a)._multiply(_operand(b), self)

    def divide(self, a, b):
        return _operand(a)._divide(_operand(b), self)

    def power(self, a, b, modulo=None):
        return _operand(a)._power(_operand(b), self)

    def sqrt(self, a):
        return _operand(a).sqrt(self)

    def quantize(self, a, b):
        return _operand(a).quantize(b, context=self)

    def plus(self, a):
        return _fixed(_operand(a), self)

    def minus(self, a):
        return _fixed(-_operand(a), self)


DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP,
                       traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])
_current = local()


def getcontext():
    """The context of this thread."""
    try:
        return _current.context
    except AttributeError:
        _current.context = DefaultContext.copy()
        return _current.context


def setcontext(context, /):
    """Set the context of this thread."""
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current.context = context


class _ContextManager:
    def __init__(self, context):
        self.new_context = context.copy()

    def __enter__(self):
        self.saved_context = getcontext()
        setcontext(self.new_context)
        return self.new_context

    def __exit__(self, kind, value, traceback):
        setcontext(self.saved_context)


def localcontext(ctx=None, **changes):
    """A context for the block of a with statement."""
    manager = _ContextManager(getcontext() if ctx is None else ctx)
    for name, value in changes.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(manager.new_context, name, value)
    return manager


def _rounded(number, drop, sign, rounding):
    """`number` without its last `drop` digits, and whether anything was lost."""
    unit = 10 ** drop
    kept, rest = divmod(number, unit)
    if rest == 0:
        return kept, False
    half = 2 * rest - unit
    if rounding == ROUND_HALF_EVEN:
        up = half > 0 or (half == 0 and kept % 2 == 1)
    elif rounding == ROUND_HALF_UP:
        up = half >= 0
    elif rounding == ROUND_HALF_DOWN:
        up = half > 0
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = bool(sign)
    else:
        up = kept % 10 in (0, 5)
    return kept + up, True


def _make(sign, number, exponent, special=""):
    value = object.__new__(Decimal)
    value._sign = sign
    value._int = number
    value._exp = exponent
    value._special = special
    return value


def _fixed(value, context):
    """The value rounded to the precision of the context."""
    if value._special:
        return value
    digits = len(str(value._int))
    number, exponent = value._int, value._exp
    if digits > context.prec:
        drop = digits - context.prec
        number, inexact = _rounded(number, drop, value._sign, context.rounding)
        exponent += drop
        if len(str(number)) > context.prec:
            number //= 10
            exponent += 1
        context._signal(Rounded, None)
        if inexact:
            context._signal(Inexact, None)
    if number and exponent + len(str(number)) - 1 > context.Emax:
        return context._signal(Overflow, _make(value._sign, 0, 0, "Infinity"))
    if number and exponent + len(str(number)) - 1 < context.Emin and exponent < context.Etiny():
        drop = context.Etiny() - exponent
        number, _ = _rounded(number, drop, value._sign, context.rounding)
        exponent = context.Etiny()
        context._signal(Underflow, None)
    if exponent is value._exp and number is value._int:
        return value
    return _make(value._sign, number, exponent)


def _operand(other):
    if isinstance(other, Decimal):
        return other
    if isinstance(other, int):
        return Decimal(other)
    raise TypeError(f"conversion from {type(other).__name__} to Decimal is not supported")


def _parse(text):
    """sign, digits as an int, exponent and special kind of a number's text; None if it is none."""
    text = text.strip().replace("_", "")
    sign = 0
    if text[:1] in ("+", "-"):
        sign = int(text[0] == "-")
        text = text[1:]
    lower = text.lower()
    if lower in ("inf", "infinity"):
        return sign, 0, 0, "Infinity"
    for kind in ("snan", "nan"):
        if lower.startswith(kind) and (lower == kind or lower[len(kind):].isdigit()):
            return sign, int(lower[len(kind):] or 0), 0, "sNaN" if kind == "snan" else "NaN"
    mantissa, mark, power = lower.partition("e")
    whole, dot, fraction = mantissa.partition(".")
    if not (whole + fraction).isdecimal():
        return None
    exponent = 0
    if mark:
        digits = power[1:] if power[:1] in ("+", "-") else power
        if not digits.isdecimal():
            return None
        exponent = int(power)
    return sign, int(whole + fraction), exponent - len(fraction), ""


class Decimal:
    """A number written with decimal digits."""

    __tp_name__ = "decimal.Decimal"
    __slots__ = ("_sign", "_int", "_exp", "_special", "__weakref__")

    def __new__(cls, value="0", context=None):
        if isinstance(value, str):
            parts = _parse(value)
            if parts is None:
                context = getcontext() if context is None else context
                parts = 0, 0, 0, "NaN"
                context._signal(ConversionSyntax, None)
        elif isinstance(value, int):
            parts = int(value < 0), abs(int(value)), 0, ""
        elif isinstance(value, Decimal):
            if type(value) is cls:
                return value
            parts = value._sign, value._int, value._exp, value._special
        elif isinstance(value, float):
            (getcontext() if context is None else context)._signal(FloatOperation, None)
            made = cls.from_float(value)
            parts = made._sign, made._int, made._exp, made._special
        elif isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ValueError("argument must be a sequence of length 3")
            sign, digits, exponent = value
            if sign not in (0, 1):
                raise ValueError("sign must be an integer with the value 0 or 1")
            number = int("".join(map(str, digits)) or "0")
            if exponent == "F":
                parts = sign, 0, 0, "Infinity"
            elif exponent in ("n", "N"):
                parts = sign, number, 0, "NaN" if exponent == "n" else "sNaN"
            else:
                parts = sign, number, exponent, ""
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
        self = object.__new__(cls)
        self._sign, self._int, self._exp, self._special = parts
        return self

    @classmethod
    def from_float(cls, f):
        """The exact value of a float, or an int."""
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        if math.isinf(f) or math.isnan(f):
            return cls(repr(f))
        numerator, denominator = abs(f).as_integer_ratio()
        power = denominator.bit_length() - 1
        sign = int(math.copysign(1.0, f) < 0)
        made = _make(sign, numerator * 5 ** power, -power)
        return made if cls is Decimal else cls(made)

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    # --- text ---

    def __str__(self, eng=False, context=None):
        sign = "-" if self._sign else ""
        if self._special:
            return sign + self._special + (str(self._int) if self._int else "")
        digits = str(self._int)
        point = self._exp + len(digits)
        if self._exp <= 0 and point > -6:
            shown = point
        elif eng:
            shown = (point + 1) % 3 - 1 if not self._int else (point - 1) % 3 + 1
        else:
            shown = 1
        if shown <= 0:
            whole, fraction = "0", "." + "0" * -shown + digits
        elif shown >= len(digits):
            whole, fraction = digits + "0" * (shown - len(digits)), ""
        else:
            whole, fraction = digits[:shown], "." + digits[shown:]
        if point == shown:
            power = ""
        else:
            letter = "E" if (context or getcontext()).capitals else "e"
            power = f"{letter}{point - shown:+d}"
        return sign + whole + fraction + power

    def __repr__(self):
        return f"Decimal('{self}')"

    def to_eng_string(self, context=None):
        return self.__str__(True, context)

    def __format__(self, specifier, context=None):
        spec = _format_spec(specifier)
        if self._special:
            body = self._special + (str(self._int) if self._int else "")
            sign = "-" if self._sign else "" if spec.sign == "-" else spec.sign
            body += "%" if spec.type == "%" else ""
            return _aligned(sign, body, spec, False)
        context = getcontext() if context is None else context
        kind = spec.type or "g"
        value = self
        if kind == "%":
            value = _make(self._sign, self._int, self._exp + 2)
        precision = spec.precision
        if precision is not None:
            if kind in "eE":
                value = value._to_digits(precision + 1, context.rounding) if value._int else value
            elif kind in "fF%":
                value = value._to_exponent(-precision, context.rounding)
            elif len(str(value._int)) > max(precision, 1):
                value = value._to_digits(max(precision, 1), context.rounding)
        if not value._int and value._exp > 0 and kind in "fF%":
            value = value._to_exponent(0, context.rounding)
        digits = str(value._int)
        point = value._exp + len(digits)
        if kind in "eE":
            shown = 1 - precision if not value._int and precision is not None else 1
        elif kind in "fF%":
            shown = point
        elif value._exp <= 0 and point > -6:
            shown = point
        else:
            shown = 1
        if shown < 0:
            whole, fraction = "0", "0" * -shown + digits
        elif shown > len(digits):
            whole, fraction = digits + "0" * (shown - len(digits)), ""
        else:
            whole, fraction = digits[:shown] or "0", digits[shown:]
        text = (("." + fraction) if fraction or spec.alternate else "")
        power = point - shown
        if power != 0 or kind in "eE":
            letter = "E" if kind in "EG" or (not spec.type and context.capitals) else "e"
            text += f"{letter}{power:+d}"
        if kind == "%":
            text += "%"
        sign = "-" if value._sign and not (spec.no_negative_zero and not value._int) else (
            "" if spec.sign == "-" else spec.sign)
        if spec.separator:
            whole = f"{int(whole):,}".replace(",", spec.separator) if not spec.zero \
                else _grouped(whole, spec.separator, spec.width - len(sign) - len(text))
        elif spec.zero:
            whole = whole.zfill(spec.width - len(sign) - len(text))
        return _aligned(sign, whole + text, spec, True)

    def _to_exponent(self, exponent, rounding):
        if self._exp >= exponent:
            return _make(self._sign, self._int * 10 ** (self._exp - exponent), exponent)
        number, _ = _rounded(self._int, exponent - self._exp, self._sign, rounding)
        return _make(self._sign, number, exponent)

    def _to_digits(self, count, rounding):
        if not self._int:
            return _make(self._sign, 0, self.adjusted() + 1 - count)
        value = self._to_exponent(self.adjusted() + 1 - count, rounding)
        if len(str(value._int)) > count:
            value = _make(value._sign, value._int // 10, value._exp + 1)
        return value

    # --- what it is ---

    def is_nan(self):
        return "NaN" in self._special

    def is_qnan(self):
        return self._special == "NaN"

    def is_snan(self):
        return self._special == "sNaN"

    def is_infinite(self):
        return self._special == "Infinity"

    def is_finite(self):
        return not self._special

    def is_zero(self):
        return not self._special and not self._int

    def is_signed(self):
        return bool(self._sign)

    def is_canonical(self):
        return True

    def is_normal(self, context=None):
        return bool(self) and not self._special and (context or getcontext()).Emin <= self.adjusted()

    def is_subnormal(self, context=None):
        return bool(self) and not self._special and self.adjusted() < (context or getcontext()).Emin

    def __bool__(self):
        return bool(self._special) or self._int != 0

    def adjusted(self):
        """The exponent of the most significant digit."""
        return 0 if self._special else self._exp + len(str(self._int)) - 1

    def as_tuple(self):
        """The number as a triple tuple of sign, digits and exponent."""
        if self._special == "Infinity":
            return DecimalTuple(self._sign, (0,), "F")
        digits = tuple(map(int, str(self._int)))
        if self._special:
            return DecimalTuple(self._sign, digits if self._int else (), "n" if self._special == "NaN" else "N")
        return DecimalTuple(self._sign, digits, self._exp)

    def as_integer_ratio(self):
        """The number as two ints, the second of which is positive."""
        if self._special == "Infinity":
            raise OverflowError("cannot convert Infinity to integer ratio")
        if self._special:
            raise ValueError("cannot convert NaN to integer ratio")
        numerator, denominator = self._int, 1
        if self._exp >= 0:
            numerator *= 10 ** self._exp
        else:
            denominator = 10 ** -self._exp
            common = math.gcd(numerator, denominator)
            numerator //= common
            denominator //= common
        return (-numerator if self._sign else numerator), denominator

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def conjugate(self):
        return self

    def canonical(self):
        return self

    # --- conversions ---

    def __int__(self):
        if self._special == "Infinity":
            raise OverflowError("cannot convert Infinity to integer")
        if self._special:
            raise ValueError("cannot convert NaN to integer")
        number = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -number if self._sign else number

    __trunc__ = __int__

    def __float__(self):
        if self._special == "sNaN":
            raise ValueError("cannot convert signaling NaN to float")
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    def __floor__(self):
        return int(self._to_exponent(0, ROUND_FLOOR)) if not self._special else int(self)

    def __ceil__(self):
        return int(self._to_exponent(0, ROUND_CEILING)) if not self._special else int(self)

    def __round__(self, n=None):
        if n is not None:
            return self.quantize(_make(0, 1, -n), rounding=ROUND_HALF_EVEN)
        if self._special:
            if self._special == "Infinity":
                raise OverflowError("cannot round an infinity")
            raise ValueError("cannot round a NaN")
        return int(self._to_exponent(0, ROUND_HALF_EVEN))

    def __hash__(self):
        if self._special:
            if self._special == "sNaN":
                raise TypeError("Cannot hash a signaling NaN value.")
            return object.__hash__(self) if self.is_nan() else hash(float(self))
        from fractions import Fraction

        return hash(Fraction(*self.as_integer_ratio()))

    # --- comparison ---

    def _compared(self, other):
        """-1, 0 or 1; both are numbers."""
        if self._special or other._special:
            mine = (1 - 2 * self._sign) if self._special else 0
            theirs = (1 - 2 * other._sign) if other._special else 0
            return (mine > theirs) - (mine < theirs)
        low = min(self._exp, other._exp)
        a = self._int * 10 ** (self._exp - low)
        b = other._int * 10 ** (other._exp - low)
        a = -a if self._sign else a
        b = -b if other._sign else b
        return (a > b) - (a < b)

    def _other_side(self, other, is_equality):
        if isinstance(other, Decimal):
            return other
        if isinstance(other, int):
            return Decimal(other)
        if isinstance(other, float):
            getcontext().flags[FloatOperation] = True
            return Decimal.from_float(other)
        if isinstance(other, numbers.Rational):
            return Decimal(other.numerator) / Decimal(other.denominator)
        return None

    def _order(self, other, is_equality=False):
        other = self._other_side(other, is_equality)
        if other is None:
            return NotImplemented
        if self.is_nan() or other.is_nan():
            if not is_equality or self.is_snan() or other.is_snan():
                getcontext()._signal(InvalidOperation, None)
            return None
        return self._compared(other)

    def __eq__(self, other):
        order = self._order(other, True)
        return order if order is NotImplemented else order == 0

    def __lt__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order is not None and order < 0

    def __le__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order is not None and order <= 0

    def __gt__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order is not None and order > 0

    def __ge__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order is not None and order >= 0

    def compare(self, other, context=None):
        """-1, 0 or 1 as a Decimal; NaN if one of them is."""
        other = _operand(other)
        if self.is_nan() or other.is_nan():
            return _make(0, 0, 0, "NaN")
        return Decimal(self._compared(other))

    def max(self, other, context=None):
        other = _operand(other)
        if self.is_nan() or other.is_nan():
            return other if self.is_nan() else self
        return _fixed(other if self._compared(other) < 0 else self, context or getcontext())

    def min(self, other, context=None):
        other = _operand(other)
        if self.is_nan() or other.is_nan():
            return other if self.is_nan() else self
        return _fixed(other if self._compared(other) > 0 else self, context or getcontext())

    def same_quantum(self, other, context=None):
        other = _operand(other)
        return self._exp == other._exp and self._special == other._special

    # --- arithmetic ---

    def __neg__(self, context=None):
        context = context or getcontext()
        if not self:
            return _fixed(abs(self) if context.rounding != ROUND_FLOOR else self.copy_negate(), context)
        return _fixed(self.copy_negate(), context)

    def __pos__(self, context=None):
        context = context or getcontext()
        if not self and context.rounding != ROUND_FLOOR:
            return _fixed(self.copy_abs(), context)
        return _fixed(self, context)

    def __abs__(self):
        return _fixed(self.copy_abs(), getcontext())

    def copy_abs(self):
        return _make(0, self._int, self._exp, self._special)

    def copy_negate(self):
        return _make(1 - self._sign, self._int, self._exp, self._special)

    def copy_sign(self, other, context=None):
        return _make(_operand(other)._sign, self._int, self._exp, self._special)

    def _of_nans(self, other, context):
        """What comes of an operation if one of its operands is NaN; None if neither is."""
        for value in (self, other):
            if value.is_snan():
                return context._signal(InvalidOperation, _make(value._sign, value._int, 0, "NaN"))
        for value in (self, other):
            if value.is_nan():
                return value
        return None

    def _add(self, other, context):
        if self._special or other._special:
            nan = self._of_nans(other, context)
            if nan is not None:
                return nan
            if self._special and other._special and self._sign != other._sign:
                return context._signal(InvalidOperation, _make(0, 0, 0, "NaN"))
            return self if self._special else other
        low = min(self._exp, other._exp)
        a = self._int * 10 ** (self._exp - low)
        b = other._int * 10 ** (other._exp - low)
        total = (-a if self._sign else a) + (-b if other._sign else b)
        if total:
            sign = int(total < 0)
        elif self._sign == other._sign:
            sign = self._sign
        else:
            sign = int(context.rounding == ROUND_FLOOR)
        return _fixed(_make(sign, abs(total), low), context)

    def _multiply(self, other, context):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._of_nans(other, context)
            if nan is not None:
                return nan
            if not self or not other:
                return context._signal(InvalidOperation, _make(0, 0, 0, "NaN"))
            return _make(sign, 0, 0, "Infinity")
        return _fixed(_make(sign, self._int * other._int, self._exp + other._exp), context)

    def _divide(self, other, context):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._of_nans(other, context)
            if nan is not None:
                return nan
            if self._special and other._special:
                return context._signal(InvalidOperation, _make(0, 0, 0, "NaN"))
            return _make(sign, 0, 0, "Infinity") if self._special else _make(sign, 0, context.Etiny())
        if not other._int:
            if not self._int:
                return context._signal(DivisionUndefined, _make(0, 0, 0, "NaN"))
            return context._signal(DivisionByZero, _make(sign, 0, 0, "Infinity"))
        ideal = self._exp - other._exp
        if not self._int:
            return _fixed(_make(sign, 0, ideal), context)
        shift = len(str(other._int)) - len(str(self._int)) + context.prec + 1
        exponent = ideal - shift
        if shift >= 0:
            quotient, rest = divmod(self._int * 10 ** shift, other._int)
        else:
            quotient, rest = divmod(self._int, other._int * 10 ** -shift)
        if rest:
            # so that a remainder, however small, is seen when rounding
            if quotient % 5 == 0:
                quotient += 1
        else:
            while exponent < ideal and quotient % 10 == 0:
                quotient //= 10
                exponent += 1
        return _fixed(_make(sign, quotient, exponent), context)

    def _quotient_and_rest(self, other, context):
        sign = self._sign ^ other._sign
        nan = self._of_nans(other, context) if self._special or other._special else None
        if nan is not None:
            return nan, nan
        if self._special:
            bad = context._signal(InvalidOperation, _make(0, 0, 0, "NaN"))
            return (bad, bad) if other._special else (_make(sign, 0, 0, "Infinity"), bad)
        if not other:
            if not self:
                bad = context._signal(DivisionUndefined, _make(0, 0, 0, "NaN"))
                return bad, bad
            return (context._signal(DivisionByZero, _make(sign, 0, 0, "Infinity")),
                    context._signal(InvalidOperation, _make(0, 0, 0, "NaN")))
        if other._special:
            return _make(sign, 0, 0), _fixed(self, context)
        low = min(self._exp, other._exp)
        a = self._int * 10 ** (self._exp - low)
        b = other._int * 10 ** (other._exp - low)
        quotient, rest = divmod(a, b)
        if len(str(quotient)) > context.prec:
            bad = context._signal(DivisionImpossible, _make(0, 0, 0, "NaN"))
            return bad, bad
        return _make(sign, quotient, 0), _fixed(_make(self._sign, rest, low), context)

    def _rest(self, other, context):
        if not other and self and not self._special:
            return context._signal(InvalidOperation, _make(0, 0, 0, "NaN"))
        return self._quotient_and_rest(other, context)[1]

    def _power(self, other, context):
        if self._special or other._special:
            nan = self._of_nans(other, context)
            if nan is not None:
                return nan
        if not other:
            if not self:
                return context._signal(InvalidOperation, _make(0, 0, 0, "NaN"))
            return Decimal(1)
        is_whole = not other._special and (other._exp >= 0 or other._int % 10 ** -other._exp == 0)
        if not is_whole or other._special or self._special:
            if self._sign and self._int and not is_whole:
                return context._signal(InvalidOperation, _make(0, 0, 0, "NaN"))
            if self._special or other._special:
                return Decimal(repr(float(self) ** float(other)))
            if not self:
                return Decimal(0)
            if other == Decimal("0.5"):
                return self.sqrt(context)
            wide = context.copy()
            wide.clear_traps()
            wide.prec = context.prec + 6
            with localcontext(wide):
                return _fixed(_exp(_ln(self, wide) * other, wide), context)
        count = int(other)
        sign = self._sign & count & 1
        if not self:
            if count > 0:
                return _make(sign, 0, 0 if self._exp >= 0 else max(self._exp * count, context.Etiny()))
            return _make(sign, 0, 0, "Infinity")
        wide = context.copy()
        wide.prec = context.prec + len(str(abs(count))) + 4
        wide.clear_traps()
        exact = abs(count) * len(str(self._int)) <= 4 * wide.prec
        if exact:
            result = _make(sign, self._int ** abs(count), self._exp * abs(count))
        else:
            result = Decimal(1)
            base = self
            left = abs(count)
            while left:
                if left & 1:
                    result = result._multiply(base, wide)
                base = base._multiply(base, wide)
                left >>= 1
        if result._special:
            return context._signal(Overflow, result) if count > 0 else _make(sign, 0, context.Etiny())
        if count < 0:
            result = Decimal(1)._divide(result, wide)
            if result._int and len(str(result._int)) <= context.prec:
                return _fixed(result, context)
        return _fixed(result, context)

    def sqrt(self, context=None):
        """The square root."""
        context = context or getcontext()
        if self._special:
            nan = self._of_nans(self, context)
            if nan is not None:
                return nan
            if not self._sign:
                return self
        if not self:
            return _make(self._sign, 0, self._exp // 2)
        if self._sign:
            return context._signal(InvalidOperation, _make(0, 0, 0, "NaN"))
        ideal = self._exp // 2
        number, exponent = self._int, self._exp
        if exponent & 1:
            number *= 10
            exponent -= 1
        shift = context.prec + 1 - (len(str(number)) + 1) // 2
        if shift >= 0:
            number *= 100 ** shift
            exact = True
        else:
            number, rest = divmod(number, 100 ** -shift)
            exact = not rest
        exponent = exponent // 2 - shift
        root = math.isqrt(number)
        exact = exact and root * root == number
        if exact:
            while exponent < ideal and root % 10 == 0:
                root //= 10
                exponent += 1
        elif root % 5 == 0:
            root += 1
        inner = context.copy()
        inner.rounding = ROUND_HALF_EVEN
        return _fixed(_make(0, root, exponent), inner)

    def exp(self, context=None):
        """e raised to this power."""
        context = context or getcontext()
        return _higher(_exp, self, context)

    def ln(self, context=None):
        """The natural logarithm."""
        context = context or getcontext()
        if not self:
            return _make(1, 0, 0, "Infinity")
        if self._sign:
            return context._signal(InvalidOperation, _make(0, 0, 0, "NaN"))
        return _higher(_ln, self, context)

    def log10(self, context=None):
        """The logarithm to base ten."""
        context = context or getcontext()
        if not self:
            return _make(1, 0, 0, "Infinity")
        if self._sign:
            return context._signal(InvalidOperation, _make(0, 0, 0, "NaN"))
        if str(self._int).rstrip("0") == "1":
            return Decimal(self.adjusted())
        return _higher(lambda value, wide: _ln(value, wide) / _ln(Decimal(10), wide), self, context)

    def fma(self, other, third, context=None):
        """self * other + third, rounded once."""
        context = context or getcontext()
        wide = context.copy()
        wide.prec = MAX_PREC
        return self._multiply(_operand(other), wide)._add(_operand(third), context)

    def quantize(self, exp, rounding=None, context=None):
        """The number with the exponent of another."""
        context = context or getcontext()
        exp = _operand(exp)
        if self._special or exp._special:
            nan = self._of_nans(exp, context)
            if nan is not None:
                return nan
            if self._special and exp._special:
                return self
            return context._signal(InvalidOperation, _make(0, 0, 0, "NaN"))
        made = self._to_exponent(exp._exp, rounding or context.rounding)
        if len(str(made._int)) > context.prec:
            return context._signal(InvalidOperation, _make(0, 0, 0, "NaN"))
        return made

    def normalize(self, context=None):
        """The number without zeros at its end."""
        value = _fixed(self, context or getcontext())
        if value._special:
            return value
        if not value._int:
            return _make(value._sign, 0, 0)
        number, exponent = value._int, value._exp
        while number % 10 == 0:
            number //= 10
            exponent += 1
        return _make(value._sign, number, exponent)

    def to_integral_value(self, rounding=None, context=None):
        """The nearest whole number."""
        if self._special or self._exp >= 0:
            return self
        return self._to_exponent(0, rounding or (context or getcontext()).rounding)

    to_integral = to_integral_exact = to_integral_value

    def remainder_near(self, other, context=None):
        context = context or getcontext()
        other = _operand(other)
        quotient = self._divide(other, context).to_integral_value(ROUND_HALF_EVEN)
        return self._add(-(quotient._multiply(other, context)), context)

    def scaleb(self, other, context=None):
        return _make(self._sign, self._int, self._exp + int(other), self._special)

    def shift(self, other, context=None):
        count = int(other)
        number = self._int * 10 ** count if count >= 0 else self._int // 10 ** -count
        return _make(self._sign, number % 10 ** (context or getcontext()).prec, self._exp)

    def logb(self, context=None):
        return Decimal(self.adjusted())

    def radix(self):
        return Decimal(10)


def _binary(name, compute):
    def forward(self, other):
        if not isinstance(other, Decimal):
            if not isinstance(other, int):
                return NotImplemented
            other = Decimal(other)
        return compute(self, other, getcontext())

    def backward(self, other):
        if not isinstance(other, Decimal):
            if not isinstance(other, int):
                return NotImplemented
            other = Decimal(other)
        return compute(other, self, getcontext())

    for function, title in (forward, f"__{name}__"), (backward, f"__r{name}__"):
        function.__name__ = title
        function.__qualname__ = f"Decimal.{title}"
        setattr(Decimal, title, function)


_binary("add", lambda a, b, context: a._add(b, context))
_binary("sub", lambda a, b, context: a._add(b.copy_negate(), context))
_binary("mul", lambda a, b, context: a._multiply(b, context))
_binary("truediv", lambda a, b, context: a._divide(b, context))
_binary("floordiv", lambda a, b, context: a._quotient_and_rest(b, context)[0])
_binary("mod", lambda a, b, context: a._rest(b, context))
_binary("divmod", lambda a, b, context: a._quotient_and_rest(b, context))
_binary("pow", lambda a, b, context: a._power(b, context))
numbers.Number.register(Decimal)


def _higher(function, value, context):
    if value._special:
        nan = value._of_nans(value, context)
        if nan is not None:
            return nan
        return Decimal(0) if value._sign else value
    wide = context.copy()
    wide.clear_traps()
    wide.prec = context.prec + 6
    wide.rounding = ROUND_HALF_EVEN
    with localcontext(wide):
        result = function(value, wide)
    return _fixed(result, context)


def _exp(value, context):
    """The power series, for a small part of the exponent, squared back."""
    if not value:
        return Decimal(1)
    halvings = max(0, value.adjusted() * 4 + 8)
    context = context.copy()
    context.prec += halvings // 3 + 4
    small = value._divide(Decimal(2 ** halvings), context)
    total = term = Decimal(1)
    step = 0
    while True:
        step += 1
        term = term._multiply(small, context)._divide(Decimal(step), context)
        larger = total._add(term, context)
        if larger == total:
            break
        total = larger
    for _ in range(halvings):
        total = total._multiply(total, context)
    return total


def _ln(value, context):
    """Newton's method on exp, beginning from the float's logarithm."""
    if value == 1:
        return Decimal(0)
    context = context.copy()
    context.prec += 6
    guess = Decimal(repr(math.log(float(_make(0, value._int, -len(str(value._int)) + 1)))))
    power = value.adjusted()
    reduced = _make(0, value._int, -len(str(value._int)) + 1)
    digits = 15
    while True:
        power_of_guess = _exp(guess, context)
        step = reduced._add(power_of_guess.copy_negate(), context)._divide(power_of_guess, context)
        guess = guess._add(step, context)
        if digits > context.prec:
            break
        digits *= 2
    if power:
        guess = guess._add(Decimal(power)._multiply(_ln_of_ten(context), context), context)
    return guess


def _ln_of_ten(context):
    # ln(10) = 10 * ln(10 ** 0.1), and Newton's method once more
    guess = Decimal("2.302585092994046")
    digits = 15
    while True:
        power = _exp(guess, context)
        guess = guess._add(Decimal(10)._add(power.copy_negate(), context)._divide(power, context), context)
        if digits > context.prec:
            return guess
        digits *= 2


_Spec = namedtuple("_Spec", "fill align sign no_negative_zero alternate zero width separator precision type")


def _format_spec(text):
    whole = text
    fill, align = " ", ""
    if len(text) > 1 and text[1] in "<>=^":
        fill, align, text = text[0], text[1], text[2:]
    elif text[:1] in ("<", ">", "=", "^") and text:
        align, text = text[0], text[1:]
    sign = "-"
    if text[:1] in ("+", "-", " ") and text:
        sign, text = text[0], text[1:]
    no_negative_zero = text.startswith("z")
    text = text[no_negative_zero:]
    alternate = text.startswith("#")
    text = text[alternate:]
    zero = text.startswith("0") and not align
    digits = ""
    while text[:1].isdigit() and text:
        digits += text[0]
        text = text[1:]
    separator = ""
    if text[:1] == ",":
        separator, text = ",", text[1:]
    precision = None
    if text.startswith("."):
        text = text[1:]
        places = ""
        while text and text[0].isdigit():
            places += text[0]
            text = text[1:]
        if not places:
            raise ValueError("invalid format string")
        precision = int(places)
    if text and (len(text) > 1 or text not in "eEfFgGn%"):
        raise ValueError("invalid format string")
    return _Spec(fill, align or ">", sign, no_negative_zero, alternate, zero, int(digits or 0), separator,
                 precision, text)


def _grouped(whole, separator, width):
    while True:
        text = f"{int(whole):0{len(whole)},}".replace(",", separator)
        groups = len(whole) + (len(whole) - 1) // 3
        if groups >= width:
            break
        whole = "0" + whole
    parts = []
    while whole:
        parts.insert(0, whole[-3:])
        whole = whole[:-3]
    return separator.join(parts)


def _aligned(sign, body, spec, is_number):
    room = spec.width - len(sign) - len(body)
    if room <= 0:
        return sign + body
    if spec.align == "=":
        return sign + spec.fill * room + body
    if spec.align == "<":
        return sign + body + spec.fill * room
    if spec.align == "^":
        return spec.fill * (room // 2) + sign + body + spec.fill * (room - room // 2)
    return spec.fill * room + sign + body
