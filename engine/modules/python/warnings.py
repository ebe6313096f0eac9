"""Warnings: what is shown on stderr without ending the program, and who decides about it."""

import sys

from _traceback import _caller_entry

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings",
           "simplefilter", "resetwarnings", "catch_warnings"]

_ACTIONS = ("error", "ignore", "always", "default", "module", "once")
_MAIN = "__main__"

filters = [
    ("default", None, DeprecationWarning, _MAIN, 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
defaultaction = _defaultaction = "default"
onceregistry = _onceregistry = {}
# What has been shown of the script's own lines: CPython keeps that in each module.
_shown = {}
# Of the line that is warned about, while nobody else looks it up.
_source_lines = {}


class WarningMessage:
    """One warning that was shown, or would have been."""

    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (
            f"{{message : {self.message!r}, category : {self._category_name!r}, "
            f"filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}"
        )


def formatwarning(message, category, filename, lineno, line=None):
    """The text that a warning is shown as."""
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    if line is None:
        line = _source_lines.get((filename, lineno), "")
    line = line.strip()
    return f"{text}  {line}\n" if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning to a file, stderr by default."""
    _show(WarningMessage(message, category, filename, lineno, file, line))


def _show(entry):
    file = sys.stderr if entry.file is None else entry.file
    if file is not None:
        file.write(formatwarning(entry.message, entry.category, entry.filename, entry.lineno, entry.line))


_own_showwarning = showwarning
_recorders = []


def _tell(entry):
    if showwarning is not _own_showwarning:
        if not callable(showwarning):
            raise TypeError("warnings.showwarning() must be set to a function or method")
        showwarning(entry.message, entry.category, entry.filename, entry.lineno, entry.file, entry.line)
    elif _recorders and _recorders[-1] is not None:
        _recorders[-1].append(entry)
    else:
        _show(entry)


def _category_of(message, category):
    if isinstance(message, Warning):
        return message.__class__
    if category is None:
        return UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    return category


def warn(message, category=None, stacklevel=1, source=None):
    """Issue a warning, or maybe ignore it or raise an exception."""
    _warn_at(message, _category_of(message, category), max(stacklevel, 1), source)


def _warn_at(message, category, level, source=None):
    entry = _caller_entry(level)
    if entry is None:
        filename, lineno, shown = "sys", 1, ""
    else:
        filename, lineno, _, text = entry
        shown = (text.split("\n") + [""])[1]
    _source_lines[filename, lineno] = shown
    warn_explicit(message, category, filename, lineno, _MAIN, _shown, None, source)


def _deprecated(message):
    _warn_at(message, DeprecationWarning, 1)


def _decide(text, category, lineno, module):
    for action, message_form, kind, module_form, line in filters:
        if not issubclass(category, kind) or line not in (0, lineno):
            continue
        if message_form is not None and not message_form.match(text):
            continue
        if module_form is None or (
            module == module_form if isinstance(module_form, str) else module_form.match(module)
        ):
            return action
    return defaultaction


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    """Issue a warning about a line that is named."""
    lineno = int(lineno)
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    if registry is None:
        registry = {}
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    action = _decide(text, category, lineno, module)
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "once":
        registry[key] = 1
        if onceregistry.get((text, category)):
            return
        onceregistry[text, category] = 1
    elif action == "module":
        registry[key] = 1
        if registry.get((text, category, 0)):
            return
        registry[text, category, 0] = 1
    elif action == "default":
        registry[key] = 1
    elif action != "always":
        raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {filters[0]}")
    _tell(WarningMessage(message, category, filename, lineno, source=source))


def _add_filter(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    # what was shown under other filters counts no more
    _shown.clear()


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Insert an entry into the list of warnings filters, at its front."""
    assert action in _ACTIONS, f"invalid action: {action!r}"
    assert isinstance(message, str), "message must be a string"
    assert isinstance(category, type), "category must be a class"
    assert issubclass(category, Warning), "category must be a Warning subclass"
    assert isinstance(module, str), "module must be a string"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    message_form = module_form = None
    if message or module:
        import re

        message_form = re.compile(message, re.I) if message else None
        module_form = re.compile(module) if module else None
    _add_filter((action, message_form, category, module_form, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Insert a simple entry into the list of warnings filters, at its front."""
    assert action in _ACTIONS, f"invalid action: {action!r}"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    _add_filter((action, None, category, None, lineno), append)


def resetwarnings():
    """Clear the list of warning filters, so that no filters are active."""
    filters[:] = []
    _shown.clear()


class catch_warnings:
    """Puts the filters back at the end of a block, and records what was warned of, if asked to."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        arguments = ["record=True"] if self._record else []
        return f"{type(self).__name__}({', '.join(arguments)})"

    def __enter__(self):
        global showwarning
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        self._filters = filters[:]
        self._showwarning = showwarning
        _shown.clear()
        if self._filter is not None:
            simplefilter(*self._filter)
        log = [] if self._record else None
        if self._record:
            showwarning = _own_showwarning
            _recorders.append(log)
        return log

    def __exit__(self, *exception):
        global showwarning
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters[:] = self._filters
        showwarning = self._showwarning
        _shown.clear()
        if self._record:
            _recorders.pop()
