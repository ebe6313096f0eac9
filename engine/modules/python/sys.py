"""The interpreter: its version, limits, streams and arguments."""


class _Named(tuple):
    """A tuple whose items have names: what the C library calls a struct sequence."""

    __slots__ = ()
    _title = ""
    _names = ()

    def __getattr__(self, name):
        names = type(self)._names
        if name in names:
            return self[names.index(name)]
        raise AttributeError(f"'{type(self)._title}' object has no attribute '{name}'")

    def __repr__(self):
        cls = type(self)
        return (
            cls._title
            + "("
            + ", ".join([f"{name}={value!r}" for name, value in zip(cls._names, self)])
            + ")"
        )


class _VersionInfo(_Named):
    _title = "sys.version_info"
    _names = ("major", "minor", "micro", "releaselevel", "serial")


class _FloatInfo(_Named):
    _title = "sys.float_info"
    _names = (
        "max",
        "max_exp",
        "max_10_exp",
        "min",
        "min_exp",
        "min_10_exp",
        "dig",
        "mant_dig",
        "epsilon",
        "radix",
        "rounds",
    )


class _IntInfo(_Named):
    _title = "sys.int_info"
    _names = (
        "bits_per_digit",
        "sizeof_digit",
        "default_max_str_digits",
        "str_digits_check_threshold",
    )


class _HashInfo(_Named):
    _title = "sys.hash_info"
    _names = (
        "width",
        "modulus",
        "inf",
        "nan",
        "imag",
        "algorithm",
        "hash_bits",
        "seed_bits",
        "cutoff",
    )


class _ThreadInfo(_Named):
    _title = "sys.thread_info"
    _names = ("name", "lock", "version")


class _Flags(_Named):
    _title = "sys.flags"
    _names = (
        "debug",
        "inspect",
        "interactive",
        "optimize",
        "dont_write_bytecode",
        "no_user_site",
        "no_site",
        "ignore_environment",
        "verbose",
        "bytes_warning",
        "quiet",
        "hash_randomization",
        "isolated",
        "dev_mode",
        "utf8_mode",
        "safe_path",
        "int_max_str_digits",
    )


class _Implementation:
    name = "cpython"
    cache_tag = "cpython-311"
    hexversion = 0x030B02F0

    def __init__(self, version):
        self.version = version


class _Stream:
    """Standard output or error: everything written goes out at once."""

    __module__ = "_io"
    __qualname__ = "TextIOWrapper"
    __tp_name__ = "_io.TextIOWrapper"

    encoding = "utf-8"
    errors = "strict"
    newlines = None
    closed = False
    line_buffering = True

    def __init__(self, number, name):
        self._number = number
        self.name = name
        self.mode = "w"

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        _write(text, self._number == 2)
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def close(self):
        pass

    def fileno(self):
        return self._number

    def isatty(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return True

    def seekable(self):
        return False

    def reconfigure(self, **options):
        pass

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode='w' encoding='utf-8'>"


class _Input:
    """Standard input: the lines that the run is given."""

    encoding = "utf-8"
    errors = "strict"
    newlines = None
    closed = False
    line_buffering = False
    name = "<stdin>"
    mode = "r"
    _number = 0

    def read(self, size=-1, /):
        parts = []
        size = -1 if size is None else size
        while size != 0:
            line = _read_line(size)
            if not line:
                break
            parts.append(line)
            if size > 0:
                size -= len(line)
        return "".join(parts)

    def readline(self, size=-1, /):
        return _read_line(size)

    def readlines(self, hint=-1, /):
        lines = []
        total = 0
        hint = -1 if hint is None else hint
        while line := _read_line(-1):
            lines.append(line)
            total += len(line)
            if 0 < hint <= total:
                break
        return lines

    def __iter__(self):
        return self

    def __next__(self):
        line = _read_line(-1)
        if not line:
            raise StopIteration
        return line

    def write(self, text, /):
        from io import UnsupportedOperation

        raise UnsupportedOperation("not writable")

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass

    def __repr__(self):
        return "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>"

    def writable(self):
        return False

    def seekable(self):
        return False

    def fileno(self):
        return 0

    def isatty(self):
        return False

    def readable(self):
        return True

    def close(self):
        pass


version_info = _VersionInfo((3, 11, 2, "final", 0))
float_info = _FloatInfo(
    (
        1.7976931348623157e308,
        1024,
        308,
        2.2250738585072014e-308,
        -1021,
        -307,
        15,
        53,
        2.220446049250313e-16,
        2,
        1,
    )
)
int_info = _IntInfo((30, 4, 4300, 640))
hash_info = _HashInfo((64, 2305843009213693951, 314159, 0, 1000003, "siphash13", 64, 128, 0))
thread_info = _ThreadInfo(("pthread", "semaphore", "NPTL 2.36"))
flags = _Flags((0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, False, 0, False, 4300))
implementation = _Implementation(version_info)
argv = _script_arguments()
orig_argv = ["python3"] + argv
modules = _loaded_modules()
path = [""]
path_hooks = []
meta_path = []
warnoptions = []
builtin_module_names = ()
dont_write_bytecode = True
ps1 = ">>> "
ps2 = "... "
stdin = __stdin__ = _Input()
stdout = __stdout__ = _Stream(1, "<stdout>")
stderr = __stderr__ = _Stream(2, "<stderr>")


def exit(status=None, /):
    """Exit the interpreter by raising SystemExit(status)."""
    if status is None:
        raise SystemExit
    if isinstance(status, tuple):
        raise SystemExit(*status)
    raise SystemExit(status)


def exception():
    return exc_info()[1]


def setswitchinterval(interval, /):
    """Set how long a thread may run, in seconds, while others wait."""
    if not isinstance(interval, (int, float)):
        raise TypeError("must be real number, not " + type(interval).__name__)
    if interval <= 0.0:
        raise ValueError("switch interval must be strictly positive")
    _set_switch_interval(float(interval))


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def getrefcount(object, /):
    return 2


def gettrace():
    return None


def settrace(function, /):
    pass


def setprofile(function, /):
    pass


def displayhook(value, /):
    if value is not None:
        print(repr(value))


__displayhook__ = displayhook


def excepthook(exctype, value, traceback, /):
    from traceback import print_exception

    print_exception(exctype, value, traceback)


__excepthook__ = excepthook


def is_finalizing():
    return False
