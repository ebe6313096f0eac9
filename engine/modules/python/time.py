"""Calendar time; the clocks themselves are builtin."""

tzname = ("UTC", "UTC")


class struct_time(tuple):
    __slots__ = ()
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    __match_args__ = (
        "tm_year",
        "tm_mon",
        "tm_mday",
        "tm_hour",
        "tm_min",
        "tm_sec",
        "tm_wday",
        "tm_yday",
        "tm_isdst",
    )

    def __new__(cls, sequence):
        fields = tuple(sequence)
        if len(fields) < 9:
            raise TypeError(
                f"time.struct_time() takes an at least 9-sequence ({len(fields)}-sequence given)"
            )
        if len(fields) > 11:
            raise TypeError(
                f"time.struct_time() takes an at most 11-sequence ({len(fields)}-sequence given)"
            )
        return tuple.__new__(cls, fields[:9])

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])
    tm_zone = property(lambda self: "UTC")
    tm_gmtoff = property(lambda self: 0)

    def __repr__(self):
        names = self.__match_args__
        return "time.struct_time(" + ", ".join([f"{names[i]}={self[i]}" for i in range(9)]) + ")"


def gmtime(seconds=None):
    return struct_time(_civil_fields(seconds))


def localtime(seconds=None):
    return struct_time(_civil_fields(seconds))


def mktime(t):
    return _seconds_of_civil(t)


def strftime(format, t=None):
    return _format_time(format, localtime() if t is None else t)


def strptime(data_string, format="%a %b %d %H:%M:%S %Y"):
    from _strptime import parse
    return struct_time(parse(data_string, format)[0])


def asctime(t=None):
    return _format_asctime(localtime() if t is None else t)


def ctime(seconds=None):
    return asctime(localtime(seconds))


class _ClockInfo:
    def __init__(self, adjustable, implementation, monotonic, resolution):
        self.adjustable = adjustable
        self.implementation = implementation
        self.monotonic = monotonic
        self.resolution = resolution

    def __repr__(self):
        return (
            f"namespace(implementation={self.implementation!r}, monotonic={self.monotonic!r}, "
            f"adjustable={self.adjustable!r}, resolution={self.resolution!r})"
        )


def get_clock_info(name):
    if name not in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
        raise ValueError("unknown clock")
    return _ClockInfo(name == "time", "the world's clock", name != "time", 1e-09)
