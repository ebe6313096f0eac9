"""What is logged and how it is written: levels, records, formats, filters."""

import _thread
import threading
import time
import traceback
from _traceback import _stack

CRITICAL = 50
FATAL = CRITICAL
ERROR = 40
WARNING = 30
WARN = WARNING
INFO = 20
DEBUG = 10
NOTSET = 0

_levelToName = {
    CRITICAL: "CRITICAL", ERROR: "ERROR", WARNING: "WARNING", INFO: "INFO", DEBUG: "DEBUG",
    NOTSET: "NOTSET",
}
_nameToLevel = {
    "CRITICAL": CRITICAL, "FATAL": FATAL, "ERROR": ERROR, "WARN": WARNING, "WARNING": WARNING,
    "INFO": INFO, "DEBUG": DEBUG, "NOTSET": NOTSET,
}
_startTime = time.time()

# Where CPython's would be the process's number: that of its main thread.
_PROCESS = _thread._native_id(_thread._main())


def getLevelNamesMapping():
    return _nameToLevel.copy()


def getLevelName(level):
    name = _levelToName.get(level)
    if name is not None:
        return name
    number = _nameToLevel.get(level)
    return f"Level {level}" if number is None else number


def addLevelName(level, levelName):
    _levelToName[level] = levelName
    _nameToLevel[levelName] = level


def _checkLevel(level):
    if isinstance(level, int):
        return level
    if not isinstance(level, str):
        raise TypeError(f"Level not an integer or a valid string: {level!r}")
    if level not in _nameToLevel:
        raise ValueError(f"Unknown level: {level!r}")
    return _nameToLevel[level]


def _is_mapping(value):
    return isinstance(value, dict) or hasattr(type(value), "keys") and hasattr(type(value), "__getitem__")


class LogRecord:
    """A LogRecord instance represents an event being logged."""
    __module__ = "logging"

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None,
                 **kwargs):
        created = time.time()
        if args and len(args) == 1 and _is_mapping(args[0]) and args[0]:
            args = args[0]
        filename = pathname.rpartition("/")[2]
        stem, dot, _ = filename.rpartition(".")
        self.name = name
        self.msg = msg
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        self.filename = filename
        self.module = stem if stem.strip(".") else filename
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = created
        self.msecs = int((created - int(created)) * 1000) + 0.0
        self.relativeCreated = (created - _startTime) * 1000
        self.thread = threading.get_ident()
        self.threadName = threading.current_thread().name
        self.processName = "MainProcess"
        self.process = _PROCESS

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'

    def getMessage(self):
        message = str(self.msg)
        if self.args:
            message = message % self.args
        return message


# --- styles ----------------------------------------------------------------------------------------------

class PercentStyle:
    __module__ = "logging"
    default_format = "%(message)s"
    asctime_format = "%(asctime)s"
    asctime_search = "%(asctime)"

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        return self.asctime_search in self._fmt

    def validate(self):
        if not _has_percent_field(self._fmt):
            raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")

    def _values(self, record):
        if self._defaults:
            return {**self._defaults, **record.__dict__}
        return record.__dict__

    def _format(self, record):
        return self._fmt % self._values(record)

    def format(self, record):
        try:
            return self._format(record)
        except KeyError as error:
            raise ValueError(f"Formatting field not found in record: {error}")


# %(name), flags, width, precision, and a letter: somewhere in the text.
def _has_percent_field(fmt):
    for piece in fmt.split("%(")[1:]:
        name, parenthesis, rest = piece.partition(")")
        if not parenthesis or not name.replace("_", "a").isalnum():
            continue
        rest = rest.lstrip("#0+ -").lstrip("*0123456789")
        if rest.startswith("."):
            rest = rest[1:].lstrip("*0123456789")
        if rest[:1].lower() in tuple("diouxefgcrsa%"):
            return True
    return False


class StrFormatStyle(PercentStyle):
    default_format = "{message}"
    asctime_format = "{asctime}"
    asctime_search = "{asctime"

    def _format(self, record):
        return self._fmt.format(**self._values(record))

    def validate(self):
        from string import Formatter as Parser
        has_fields = False
        try:
            for _, field, _, conversion in Parser().parse(self._fmt):
                if field:
                    first = field.replace("[", ".").partition(".")[0]
                    if not first.replace("_", "a").isalnum():
                        raise ValueError(f"invalid field name/expression: {field!r}")
                    has_fields = True
                if conversion and conversion not in "rsa":
                    raise ValueError(f"invalid conversion: {conversion!r}")
        except ValueError as error:
            raise ValueError(f"invalid format: {error}")
        if not has_fields:
            raise ValueError("invalid format: no fields")


class StringTemplateStyle(PercentStyle):
    default_format = "${message}"
    asctime_format = "${asctime}"
    asctime_search = "${asctime}"

    def usesTime(self):
        return "$asctime" in self._fmt or self.asctime_search in self._fmt

    def validate(self):
        if all(name is None for _, name in _template_pieces(self._fmt)):
            raise ValueError("invalid format: no fields")

    def _format(self, record):
        values = self._values(record)
        return "".join([text if name is None else text + str(values[name])
                        for text, name in _template_pieces(self._fmt)])


# A template as (text, name of what follows it or None).
def _template_pieces(fmt):
    pieces = []
    text = ""
    at = 0
    while at < len(fmt):
        dollar = fmt.find("$", at)
        if dollar < 0:
            break
        text += fmt[at:dollar]
        at = dollar + 1
        if fmt[at:at + 1] == "$":
            text += "$"
            at += 1
            continue
        braced = fmt[at:at + 1] == "{"
        begin = at + 1 if braced else at
        end = begin
        while end < len(fmt) and (fmt[end] == "_" or fmt[end].isascii() and fmt[end].isalnum()):
            end += 1
        name = fmt[begin:end]
        if not name.isidentifier() or braced and fmt[end:end + 1] != "}":
            raise ValueError("invalid format: bare '$' not allowed")
        pieces.append((text, name))
        text = ""
        at = end + 1 if braced else end
    pieces.append((text + fmt[at:], None))
    return pieces


BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"

_STYLES = {
    "%": (PercentStyle, BASIC_FORMAT),
    "{": (StrFormatStyle, "{levelname}:{name}:{message}"),
    "$": (StringTemplateStyle, "${levelname}:${name}:${message}"),
}


def _checkStyle(style):
    if style not in _STYLES:
        raise ValueError(f"Style must be one of: {','.join(_STYLES)}")


class Formatter:
    """Formatter instances are used to convert a LogRecord to text."""
    __module__ = "logging"
    converter = time.localtime
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        _checkStyle(style)
        self._style = _STYLES[style][0](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        moment = _plain(self.converter)(record.created)
        if datefmt:
            return time.strftime(datefmt, moment)
        text = time.strftime(self.default_time_format, moment)
        if self.default_msec_format:
            text = self.default_msec_format % (text, record.msecs)
        return text

    def formatException(self, ei):
        return "".join(traceback.format_exception(ei[0], ei[1], ei[2])).removesuffix("\n")

    def usesTime(self):
        return self._style.usesTime()

    def formatMessage(self, record):
        return self._style.format(record)

    def formatStack(self, stack_info):
        return stack_info

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            text = _on_its_own_line(text) + record.exc_text
        if record.stack_info:
            text = _on_its_own_line(text) + self.formatStack(record.stack_info)
        return text


# The functions of `time` take no self, whatever class they were put into.
def _plain(converter):
    function = getattr(converter, "__func__", None)
    return function if function in (time.localtime, time.gmtime) else converter


def _on_its_own_line(text):
    return text if text.endswith("\n") else text + "\n"


_defaultFormatter = Formatter()


class BufferingFormatter:
    """A formatter suitable for formatting a number of records."""
    __module__ = "logging"

    def __init__(self, linefmt=None):
        self.linefmt = linefmt if linefmt else _defaultFormatter

    def formatHeader(self, records):
        return ""

    def formatFooter(self, records):
        return ""

    def format(self, records):
        if not records:
            return ""
        lines = [self.linefmt.format(record) for record in records]
        return self.formatHeader(records) + "".join(lines) + self.formatFooter(records)


class Filter:
    """Filter instances are used to perform arbitrary filtering of LogRecords."""
    __module__ = "logging"

    def __init__(self, name=""):
        self.name = name
        self.nlen = len(name)

    def filter(self, record):
        return not self.name or record.name == self.name or record.name.startswith(self.name + ".")


class Filterer:
    """A base class for loggers and handlers which allows them to share common code."""
    __module__ = "logging"

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        for one in self.filters:
            if not (one.filter(record) if hasattr(one, "filter") else one(record)):
                return False
        return True


def _stack_text():
    entries = [text for _, _, _, text in _stack()]
    return "Stack (most recent call last):\n" + "".join(entries).removesuffix("\n")
