"""Tracebacks as text. The machine formats them (vm/traceback.h); library code does not appear."""

import sys
from _traceback import _entries, _exception_only, _handled, _report, _stack

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only",
           "format_list", "format_stack", "format_tb", "print_exc", "format_exc",
           "print_exception", "print_stack", "print_tb", "clear_frames", "FrameSummary",
           "StackSummary", "TracebackException", "print_list", "walk_stack", "walk_tb"]

_NOT_GIVEN = object()
_MOST_REPEATS = 3


class FrameSummary:
    """Information about a single frame from a traceback."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line
        self.locals = locals
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self._text = None

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, position):
        return (self.filename, self.lineno, self.name, self.line)[position]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, (FrameSummary, tuple)):
            return tuple(self) == tuple(other)
        return NotImplemented

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


# `text` is the entry as the machine writes it: the File line, the source line, what is underlined.
def _summary_of(filename, line, name, text):
    lines = text.split("\n")
    summary = FrameSummary(filename, line, name, line=lines[1].strip())
    summary._text = text
    return summary


class StackSummary(list):
    """A list of FrameSummary objects, representing a stack of frames."""

    @classmethod
    def from_list(cls, a_list):
        return cls([frame if isinstance(frame, FrameSummary)
                    else FrameSummary(frame[0], frame[1], frame[2], line=frame[3])
                    for frame in a_list])

    def format_frame_summary(self, frame_summary):
        if frame_summary._text is not None:
            return frame_summary._text
        text = (f'  File "{frame_summary.filename}", line {frame_summary.lineno}, '
                f"in {frame_summary.name}\n")
        if frame_summary.line:
            text += f"    {frame_summary.line.strip()}\n"
        return text

    def format(self):
        result = []
        last = None
        count = 0
        for frame in self:
            place = (frame.filename, frame.lineno, frame.name)
            if place != last:
                _tell_repeats(result, count)
                last = place
                count = 0
            count += 1
            if count <= _MOST_REPEATS:
                result.append(self.format_frame_summary(frame))
        _tell_repeats(result, count)
        return result


def _tell_repeats(result, count):
    more = count - _MOST_REPEATS
    if more > 0:
        result.append(f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n")


# The outermost `limit` entries, or the innermost if it is negative.
def _limited(entries, limit):
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


def extract_tb(tb, limit=None):
    """Return a StackSummary of entries extracted from a traceback object."""
    return StackSummary([_summary_of(*entry) for entry in _limited(_entries(tb), limit)])


def extract_stack(f=None, limit=None):
    """Extract the raw traceback from the current stack frame."""
    entries = _stack()
    if limit is not None:
        entries = entries[len(entries) - min(limit, len(entries)):] if limit >= 0 else entries[:-limit]
    return StackSummary([_summary_of(*entry) for entry in entries])


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


# --- exceptions ------------------------------------------------------------------------------------------

def _value_and_traceback(exc, value, tb):
    if (value is _NOT_GIVEN) != (tb is _NOT_GIVEN):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _NOT_GIVEN:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f"Exception expected for value, {type(exc).__name__} found")


def _lines(text):
    return text.splitlines(True)


def format_exception_only(exc, /, value=_NOT_GIVEN):
    if value is _NOT_GIVEN:
        value = exc
    if not isinstance(value, BaseException):
        return [f"{type(value).__name__}: {value}\n"]
    text = _exception_only(value)
    if isinstance(value, (SyntaxError, BaseExceptionGroup)) or getattr(value, "__notes__", None):
        return _lines(text)
    return [text]


def _format_single(value, tb, limit):
    lines = []
    if tb is not None and limit != 0:
        lines.append("Traceback (most recent call last):\n")
        lines.extend(format_tb(tb, limit))
    lines.extend(format_exception_only(value))
    return lines


def format_exception(exc, /, value=_NOT_GIVEN, tb=_NOT_GIVEN, limit=None, chain=True):
    """Format a stack trace and the exception information."""
    value, tb = _value_and_traceback(exc, value, tb)
    if value is None:
        return ["NoneType: None\n"]
    if limit is None and chain and tb is value.__traceback__ and not hasattr(sys, "tracebacklimit"):
        return _lines(_report(value))
    parts = [_format_single(value, tb, limit)]
    seen = [value]
    while chain:
        if value.__cause__ is not None:
            value = value.__cause__
            join = "\nThe above exception was the direct cause of the following exception:\n\n"
        elif value.__context__ is not None and not value.__suppress_context__:
            value = value.__context__
            join = "\nDuring handling of the above exception, another exception occurred:\n\n"
        else:
            break
        if any(value is one for one in seen):
            break
        seen.append(value)
        parts.append([join])
        parts.append(_format_single(value, value.__traceback__, limit))
    return [line for part in reversed(parts) for line in part]


def _print(lines, file):
    text = "".join(lines)
    if text:
        (sys.stderr if file is None else file).write(text)


def print_exception(exc, /, value=_NOT_GIVEN, tb=_NOT_GIVEN, limit=None, file=None, chain=True):
    """Print exception up to 'limit' stack trace entries from 'tb' to 'file'."""
    _print(format_exception(exc, value, tb, limit, chain), file)


def print_exc(limit=None, file=None, chain=True):
    print_exception(_handled(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(_handled(), limit=limit, chain=chain))


def walk_tb(tb):
    """Walk a traceback yielding the frame and line number for each frame."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    """Walk a stack yielding the frame and line number for each frame."""
    if f is None:
        f = sys._getframe(0)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def print_tb(tb, limit=None, file=None):
    _print(format_tb(tb, limit), file)


def print_list(extracted_list, file=None):
    _print(format_list(extracted_list), file)


def print_stack(f=None, limit=None, file=None):
    _print(format_stack(f, limit), file)


def clear_frames(tb):
    pass


class TracebackException:
    """An exception ready for rendering."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, **options):
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback, limit)
        self._str = str(exc_value)
        self._only = format_exception_only(exc_value)
        self._whole = format_exception(exc_type, exc_value, exc_traceback, limit)
        self._alone = _format_single(exc_value, exc_traceback, limit)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def format_exception_only(self):
        yield from self._only

    def format(self, *, chain=True):
        yield from self._whole if chain else self._alone

    def print(self, *, file=None, chain=True):
        _print(self.format(chain=chain), file)

    def __str__(self):
        return self._str
