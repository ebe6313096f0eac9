"""Dates, times and the differences between them, in the proleptic Gregorian calendar."""

__all__ = ["date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC"]

MINYEAR = 1
MAXYEAR = 9999

_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAY = 86400 * 10 ** 6   # in microseconds
_EPOCH = 719163          # the ordinal of 1970-01-01


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _MONTH_DAYS[month - 1]


# Years are counted from March, so that the leap day comes last (after H. Hinnant's civil calendar algorithms).
def _ordinal(year, month, day):
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 305


def _from_ordinal(ordinal):
    era, of_era = divmod(ordinal + 305, 146097)
    years = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * years + years // 4 - years // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return years + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


def _integer(value):
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    index = getattr(type(value), "__index__", None)
    if index is None:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return index(value)


def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")


def _check_time(hour, minute, second, microsecond, fold):
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")


def _check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def _name_of(value):
    for cls in (datetime, date, time, timedelta, timezone):
        if type(value) is cls:
            return "datetime." + cls.__name__
    return type(value).__name__


# NotImplemented for what may know better itself; else the error that operators raise in the end.
def _unsupported(symbol, a, b):
    for value in (a, b):
        if not isinstance(value, (date, time, timedelta, tzinfo, int, float, str, bytes, list, tuple, dict, type(None))):
            return NotImplemented
    raise TypeError(f"unsupported operand type(s) for {symbol}: '{_name_of(a)}' and '{_name_of(b)}'")


def _unordered(symbol, a, b):
    if not isinstance(b, (date, time, timedelta, tzinfo, int, float, str, bytes, list, tuple, dict, type(None))):
        return NotImplemented
    raise TypeError(f"'{symbol}' not supported between instances of '{_name_of(a)}' and '{_name_of(b)}'")


class _Ordered:
    """The comparisons, by `_compared`: a number that is less than, equal to or greater than 0, or None."""

    __slots__ = ()

    def __lt__(self, other):
        order = self._compared(other)
        return _unordered("<", self, other) if order is None else order < 0

    def __le__(self, other):
        order = self._compared(other)
        return _unordered("<=", self, other) if order is None else order <= 0

    def __gt__(self, other):
        order = self._compared(other)
        return _unordered(">", self, other) if order is None else order > 0

    def __ge__(self, other):
        order = self._compared(other)
        return _unordered(">=", self, other) if order is None else order >= 0


def _order(a, b):
    return (a > b) - (a < b)


# --- differences -------------------------------------------------------------------------------------------

# Division to the nearest, halves to the even.
def _nearest(a, b):
    whole, rest = divmod(a, b)
    double = 2 * rest
    if double > b if b > 0 else double < b:
        return whole + 1
    return whole + (double == b and whole % 2 == 1)


class timedelta(_Ordered):
    """Difference between two datetime values."""

    __tp_name__ = "datetime.timedelta"
    __slots__ = ("_days", "_seconds", "_microseconds")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = 0
        rest = 0.0
        for name, value, unit in (("microseconds", microseconds, 1), ("milliseconds", milliseconds, 1000),
                                  ("seconds", seconds, 10 ** 6), ("minutes", minutes, 60 * 10 ** 6),
                                  ("hours", hours, 3600 * 10 ** 6), ("days", days, _DAY), ("weeks", weeks, 7 * _DAY)):
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                whole = int(value)
                total += whole * unit
                part = (value - whole) * unit
                total += int(part)
                rest += part - int(part)
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        if rest:
            # halves are rounded so that the sum is even
            half = rest - int(rest)
            total += int(rest)
            if abs(half) > 0.5 or (abs(half) == 0.5 and total % 2):
                total += 1 if half > 0 else -1
        return cls._of(total)

    @classmethod
    def _of(cls, microseconds):
        self = object.__new__(cls)
        days, rest = divmod(microseconds, _DAY)
        if abs(days) > 999999999:
            if abs(days) > 2147483647:
                raise OverflowError("Python int too large to convert to C int")
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self._days = days
        self._seconds, self._microseconds = divmod(rest, 10 ** 6)
        return self

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._microseconds)

    def _total(self):
        return self._days * _DAY + self._seconds * 10 ** 6 + self._microseconds

    def total_seconds(self):
        """Total seconds in the duration."""
        return self._total() / 10 ** 6

    def __repr__(self):
        parts = []
        if self._days:
            parts.append(f"days={self._days}")
        if self._seconds:
            parts.append(f"seconds={self._seconds}")
        if self._microseconds:
            parts.append(f"microseconds={self._microseconds}")
        name = "datetime.timedelta" if type(self) is timedelta else type(self).__name__
        return f"{name}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        if self._microseconds:
            text += f".{self._microseconds:06d}"
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() + other._total())
        if isinstance(other, date):
            return NotImplemented
        return _unsupported("+", self, other)

    def __radd__(self, other):
        return _unsupported("+", other, self)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() - other._total())
        return _unsupported("-", self, other)

    def __rsub__(self, other):
        return _unsupported("-", other, self)

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return timedelta._of(self._total())

    def __abs__(self):
        return timedelta._of(abs(self._total()))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            top, bottom = other.as_integer_ratio()
            return timedelta._of(_nearest(self._total() * top, bottom))
        return _unsupported("*", self, other)

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, (timedelta, int)) and not other:
            raise ZeroDivisionError("integer division or modulo by zero")
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            return timedelta._of(self._total() // other)
        return _unsupported("//", self, other)

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            if not other:
                raise ZeroDivisionError("division by zero")
            return self._total() / other._total()
        if isinstance(other, int):
            if not other:
                raise ZeroDivisionError("integer division or modulo by zero")
            return timedelta._of(_nearest(self._total(), other))
        if isinstance(other, float):
            top, bottom = other.as_integer_ratio()
            if not top:
                raise ZeroDivisionError("division by zero")
            return timedelta._of(_nearest(self._total() * bottom, top))
        return _unsupported("/", self, other)

    def __mod__(self, other):
        if isinstance(other, timedelta):
            if not other:
                raise ZeroDivisionError("integer modulo by zero")
            return timedelta._of(self._total() % other._total())
        return _unsupported("%", self, other)

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            if not other:
                raise ZeroDivisionError("integer division or modulo by zero")
            whole, rest = divmod(self._total(), other._total())
            return whole, timedelta._of(rest)
        return _unsupported("divmod()", self, other)

    def __eq__(self, other):
        if isinstance(other, timedelta):
            return self._total() == other._total()
        return NotImplemented

    def _compared(self, other):
        return self._total() - other._total() if isinstance(other, timedelta) else None

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return bool(self._days or self._seconds or self._microseconds)

    def __reduce__(self):
        return type(self), (self._days, self._seconds, self._microseconds)


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta._of(10 ** 9 * _DAY - 1)
timedelta.resolution = timedelta(microseconds=1)


# --- zones -------------------------------------------------------------------------------------------------

class tzinfo:
    """Abstract base class for time zone info classes."""

    __tp_name__ = "datetime.tzinfo"
    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        saving = dt.dst()
        if offset is None or saving is None:
            raise ValueError("fromutc: non-None utcoffset() and dst() result required")
        dt += offset - saving
        return dt + (dt.dst() or timedelta())


def _offset_text(offset, colon=":"):
    if offset is None:
        return ""
    sign = "-" if offset._days < 0 else "+"
    total = abs(offset)
    minutes, seconds = divmod(total._seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{sign}{hours:02d}{colon}{minutes:02d}"
    if seconds or total._microseconds:
        text += f"{colon}{seconds:02d}"
        if total._microseconds:
            text += f".{total._microseconds:06d}"
    return text


class timezone(tzinfo):
    """Fixed offset from UTC implementation of tzinfo."""

    __tp_name__ = "datetime.timezone"
    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if name is not None and not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
        if abs(offset._total()) >= _DAY:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                             f"timedelta(hours=24), not {offset!r}.")
        if name is None and not offset and cls.utc is not None:
            return cls.utc
        self = tzinfo.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    utc = None

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt):
        return None

    def fromutc(self, dt):
        return dt + self._offset

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"datetime.timezone({self._offset!r})"
        return f"datetime.timezone({self._offset!r}, {self._name!r})"

    def __str__(self):
        return self.tzname(None)

    def __eq__(self, other):
        if isinstance(other, timezone):
            return self._offset == other._offset
        return NotImplemented

    def __hash__(self):
        return hash(self._offset)


UTC = timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


# --- dates -------------------------------------------------------------------------------------------------

class _IsoCalendarDate(tuple):
    __slots__ = ()
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


def _first_iso_monday(year):
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


def _ordinal_of_week(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 1 <= week <= 53 or _first_iso_monday(year) + 7 * week - 7 >= _first_iso_monday(year + 1):
        raise ValueError(f"Invalid week: {week}")
    if not 1 <= day <= 7:
        raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
    return _first_iso_monday(year) + 7 * (week - 1) + day - 1


# %f, %z and %Z are ours; the rest is time's.
def _formatted(value, fields, template):
    from time import strftime
    shown = []
    place = 0
    while True:
        found = template.find("%", place)
        if found < 0 or found + 1 == len(template):
            shown.append(template[place:])
            break
        c = template[found + 1]
        shown.append(template[place:found])
        if c == "f":
            shown.append(f"{getattr(value, 'microsecond', 0):06d}")
        elif c == "z":
            shown.append(_offset_text(value.utcoffset(), "") if hasattr(value, "utcoffset") else "")
        elif c == "Z":
            shown.append(((value.tzname() if hasattr(value, "tzname") else None) or "").replace("%", "%%"))
        else:
            shown.append("%" + c)
        place = found + 2
    return strftime("".join(shown), fields)


def _digits(text, begin, end):
    part = text[begin:end]
    if len(part) != end - begin or not (part.isascii() and part.isdigit()):
        raise ValueError
    return int(part)


# "2024-05-17", "20240517", "2024-W20-5": the ordinal.
def _parsed_date(text):
    year = _digits(text, 0, 4)
    rest = text[4:]
    has_dash = rest.startswith("-")
    if rest[has_dash:has_dash + 1] == "W":
        rest = rest[has_dash + 1:]
        week = _digits(rest, 0, 2)
        if len(rest) == 2:
            return _ordinal_of_week(year, week, 1)
        if (rest[2] == "-") != has_dash or len(rest) != 3 + has_dash:
            raise ValueError
        return _ordinal_of_week(year, week, _digits(rest, 2 + has_dash, 3 + has_dash))
    if has_dash:
        if len(rest) != 6 or rest[3] != "-":
            raise ValueError
        month, day = _digits(rest, 1, 3), _digits(rest, 4, 6)
    else:
        if len(rest) != 4:
            raise ValueError
        month, day = _digits(rest, 0, 2), _digits(rest, 2, 4)
    _check_date(year, month, day)
    return _ordinal(year, month, day)


# "10:11:12.5+05:30" and its shorter forms: (hour, minute, second, microsecond, zone).
def _parsed_time(text):
    zone = None
    for i, c in enumerate(text):
        if c in "+-Z":
            offset = text[i + 1:]
            text = text[:i]
            if c == "Z":
                if offset:
                    raise ValueError
                zone = timezone.utc
            else:
                hour, minute, second, microsecond = _parsed_clock(offset)
                total = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=microsecond)
                zone = timezone(-total if c == "-" else total)
            break
    return (*_parsed_clock(text), zone)


def _parsed_clock(text):
    point = text.replace(",", ".").find(".")
    part = "" if point < 0 else text[point + 1:]
    clock = text if point < 0 else text[:point]
    if point >= 0 and not (part.isascii() and part.isdigit()):
        raise ValueError
    pieces = clock.split(":")
    if len(pieces) == 1:
        pieces = [clock[i:i + 2] for i in range(0, len(clock), 2)]
    if not 1 <= len(pieces) <= 3 or (part and len(pieces) != 3):
        raise ValueError
    values = [_digits(piece, 0, 2) if len(piece) == 2 else _digits("", 0, 1) for piece in pieces]
    values += [0] * (3 - len(values))
    return (*values, int((part + "000000")[:6]))


class date(_Ordered):
    """date(year, month, day) --> date object"""

    __tp_name__ = "datetime.date"
    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year, month, day):
        year, month, day = _integer(year), _integer(month), _integer(day)
        _check_date(year, month, day)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def today(cls):
        """Current date or datetime."""
        from time import time
        return cls.fromtimestamp(time())

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        return cls.fromordinal(_EPOCH + int(timestamp // 86400))

    @classmethod
    def fromordinal(cls, ordinal, /):
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        if ordinal > 3652059:
            raise ValueError("year 10000 is out of range")
        return cls(*_from_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, date_string, /):
        """Construct a date from a string in ISO 8601 format."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            return cls.fromordinal(_parsed_date(date_string))
        except ValueError as error:
            if error.args:
                raise
        raise ValueError(f"Invalid isoformat string: {date_string!r}")

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls.fromordinal(_ordinal_of_week(year, week, day))

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        ordinal = self.toordinal()
        year = self._year
        if ordinal < _first_iso_monday(year):
            year -= 1
        elif ordinal >= _first_iso_monday(year + 1):
            year += 1
        week, day = divmod(ordinal - _first_iso_monday(year), 7)
        return _IsoCalendarDate((year, week + 1, day + 1))

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    def ctime(self):
        from time import asctime
        return asctime(self.timetuple())

    def _fields(self, hour, minute, second, is_dst):
        from time import struct_time
        ordinal = self.toordinal()
        return struct_time((self._year, self._month, self._day, hour, minute, second, (ordinal + 6) % 7,
                            ordinal - _ordinal(self._year, 1, 1) + 1, is_dst))

    def timetuple(self):
        return self._fields(0, 0, 0, -1)

    def strftime(self, format):
        return _formatted(self, self.timetuple(), format)

    def __format__(self, format_spec):
        return self.strftime(format_spec) if format_spec else str(self)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def __repr__(self):
        name = "datetime.date" if type(self) is date else type(self).__name__
        return f"{name}({self._year}, {self._month}, {self._day})"

    def __str__(self):
        return self.isoformat()

    def _moved(self, days):
        ordinal = self.toordinal() + days
        if not 1 <= ordinal <= 3652059:
            raise OverflowError("date value out of range")
        return type(self)(*_from_ordinal(ordinal))

    def __add__(self, other):
        if isinstance(other, timedelta):
            return self._moved(other._days)
        return _unsupported("+", self, other)

    def __radd__(self, other):
        if isinstance(other, timedelta):
            return self + other
        return _unsupported("+", other, self)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-other._days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return _unsupported("-", self, other)

    def __eq__(self, other):
        if isinstance(other, datetime) or not isinstance(other, date):
            return NotImplemented
        return self._year == other._year and self._month == other._month and self._day == other._day

    def _compared(self, other):
        if isinstance(other, datetime):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        if not isinstance(other, date):
            return None
        return _order((self._year, self._month, self._day), (other._year, other._month, other._day))

    def __hash__(self):
        return hash((self._year, self._month, self._day))

    def __reduce__(self):
        return type(self), (self._year, self._month, self._day)


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


# --- times of day ------------------------------------------------------------------------------------------

def _clock_text(hour, minute, second, microsecond, timespec):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if timespec == "hours":
        return f"{hour:02d}"
    if timespec == "minutes":
        return f"{hour:02d}:{minute:02d}"
    text = f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "seconds":
        return text
    if timespec == "milliseconds":
        return f"{text}.{microsecond // 1000:03d}"
    if timespec == "microseconds":
        return f"{text}.{microsecond:06d}"
    raise ValueError("Unknown timespec value")


class time(_Ordered):
    """time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object"""

    __tp_name__ = "datetime.time"
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        hour, minute, second, microsecond = _integer(hour), _integer(minute), _integer(second), _integer(microsecond)
        _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, time_string, /):
        """Construct a time from a string in ISO 8601 format."""
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            return cls(*_parsed_time(time_string.removeprefix("T")))
        except ValueError as error:
            if error.args:
                raise
        raise ValueError(f"Invalid isoformat string: {time_string!r}")

    def isoformat(self, timespec="auto"):
        return _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec) \
            + _offset_text(self.utcoffset())

    def strftime(self, format):
        return _formatted(self, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1), format)

    def __format__(self, format_spec):
        return self.strftime(format_spec) if format_spec else str(self)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def __repr__(self):
        name = "datetime.time" if type(self) is time else type(self).__name__
        parts = [str(self._hour), str(self._minute)]
        if self._second or self._microsecond:
            parts.append(str(self._second))
        if self._microsecond:
            parts.append(str(self._microsecond))
        if self._tzinfo is not None:
            parts.append(f"tzinfo={self._tzinfo!r}")
        if self._fold:
            parts.append("fold=1")
        return f"{name}({', '.join(parts)})"

    def __str__(self):
        return self.isoformat()

    def _total(self):
        offset = self.utcoffset()
        total = ((self._hour * 60 + self._minute) * 60 + self._second) * 10 ** 6 + self._microsecond
        return total if offset is None else total - offset._total()

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._total() == other._total()

    def _compared(self, other):
        if not isinstance(other, time):
            return None
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._total() - other._total()

    def __hash__(self):
        return hash(self._total())


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


# --- both --------------------------------------------------------------------------------------------------

class datetime(date):
    """datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])"""

    __tp_name__ = "datetime.datetime"
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        hour, minute, second, microsecond = _integer(hour), _integer(minute), _integer(second), _integer(microsecond)
        year, month, day = _integer(year), _integer(month), _integer(day)
        _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    # Of microseconds since the beginning of year 1.
    @classmethod
    def _of(cls, total, tz):
        days, rest = divmod(total, _DAY)
        if not 0 <= days < 3652059:
            raise OverflowError("date value out of range")
        seconds, microsecond = divmod(rest, 10 ** 6)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        return cls(*_from_ordinal(days + 1), hour, minute, second, microsecond, tz)

    def _total(self):
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        return (self.toordinal() - 1) * _DAY + seconds * 10 ** 6 + self._microsecond

    @classmethod
    def now(cls, tz=None):
        """Returns new datetime object representing current time local to tz."""
        from time import time
        return cls.fromtimestamp(time(), tz)

    @classmethod
    def utcnow(cls):
        from time import time
        return cls.utcfromtimestamp(time())

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        made = cls.utcfromtimestamp(timestamp)
        return made if tz is None else tz.fromutc(made.replace(tzinfo=tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        if isinstance(timestamp, int):
            microseconds = timestamp * 10 ** 6
        else:
            top, bottom = timestamp.as_integer_ratio()
            microseconds = _nearest(top * 10 ** 6, bottom)
        total = (_EPOCH - 1) * _DAY + microseconds
        if not 0 <= total // _DAY < 3652059:
            raise ValueError(f"year {1970 + microseconds // (365 * _DAY)} is out of range")
        return cls._of(total, None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """Construct a date from a string in ISO 8601 format."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            end = len(date_string)
            for i in range(7, len(date_string)):
                # the date goes on over digits, dashes and the W of a week
                if not (date_string[i].isdigit() or date_string[i] in "-W") or (i == 8 and "-" not in date_string[:8]) \
                        or (i == 10 and date_string[4] == "-"):
                    end = i
                    break
            made = cls.fromordinal(_parsed_date(date_string[:end]))
            if end == len(date_string):
                return made
            hour, minute, second, microsecond, zone = _parsed_time(date_string[end + 1:])
            return made.replace(hour=hour, minute=minute, second=second, microsecond=microsecond, tzinfo=zone)
        except ValueError as error:
            if error.args:
                raise
        raise ValueError(f"Invalid isoformat string: {date_string!r}")

    @classmethod
    def strptime(cls, date_string, format, /):
        """Parse a string according to a format (like time.strptime())."""
        from _strptime import parse
        fields, microsecond, offset, name = parse(date_string, format)
        zone = None
        if offset is not None:
            zone = timezone(timedelta(seconds=offset), name) if name else timezone(timedelta(seconds=offset))
        return cls(*fields[:6], microsecond, zone)

    def timestamp(self):
        """Return POSIX timestamp as float."""
        total = self._total() - (_EPOCH - 1) * _DAY
        offset = self.utcoffset()
        if offset is not None:
            total -= offset._total()
        return total / 10 ** 6

    def timetuple(self):
        saving = self.dst()
        return self._fields(self._hour, self._minute, self._second, -1 if saving is None else int(bool(saving)))

    def utctimetuple(self):
        offset = self.utcoffset()
        moved = self if offset is None else self - offset
        return moved._fields(moved._hour, moved._minute, moved._second, 0)

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day, self._hour if hour is None else hour,
                          self._minute if minute is None else minute, self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def astimezone(self, tz=None):
        """tz -> convert to local time in new timezone tz"""
        if tz is None:
            tz = timezone.utc
        _check_zone(tz)
        if tz is self._tzinfo:
            return self
        offset = self.utcoffset() or timedelta()
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def ctime(self):
        from time import asctime
        return asctime(self.timetuple())

    def isoformat(self, sep="T", timespec="auto"):
        return date.isoformat(self) + sep + _clock_text(self._hour, self._minute, self._second, self._microsecond,
                                                        timespec) + _offset_text(self.utcoffset())

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def __repr__(self):
        name = "datetime.datetime" if type(self) is datetime else type(self).__name__
        parts = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        shown = [str(part) for part in parts]
        if self._tzinfo is not None:
            shown.append(f"tzinfo={self._tzinfo!r}")
        if self._fold:
            shown.append("fold=1")
        return f"{name}({', '.join(shown)})"

    def __str__(self):
        return self.isoformat(" ")

    def __add__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of(self._total() + other._total(), self._tzinfo)
        return _unsupported("+", self, other)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of(self._total() - other._total(), self._tzinfo)
        if not isinstance(other, datetime):
            return _unsupported("-", self, other)
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        total = self._total() - other._total()
        if mine is not None:
            total += theirs._total() - mine._total()
        return timedelta._of(total)

    def _utc_total(self):
        offset = self.utcoffset()
        return self._total() if offset is None else self._total() - offset._total()

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return False if isinstance(other, date) else NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._utc_total() == other._utc_total()

    def _compared(self, other):
        if not isinstance(other, datetime):
            if isinstance(other, date):
                raise TypeError("can't compare datetime.datetime to datetime.date")
            return None
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._utc_total() - other._utc_total()

    def __hash__(self):
        return hash(self._utc_total())

    def __reduce__(self):
        return type(self), (self._year, self._month, self._day, self._hour, self._minute, self._second,
                            self._microsecond, self._tzinfo)


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
