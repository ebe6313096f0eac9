"""How callbacks are shown."""

import functools
import reprlib
import types


def _source_of(func):
    while hasattr(func, "__wrapped__"):
        func = func.__wrapped__
    if type(func) is types.FunctionType:
        code = func.__code__
        return code.co_filename, code.co_firstlineno
    if isinstance(func, functools.partial):
        return _source_of(func.func)
    return None


def _format_args(args, kwargs):
    items = [reprlib.repr(arg) for arg in args]
    if kwargs:
        items += [f"{key}={reprlib.repr(value)}" for key, value in kwargs.items()]
    return f"({', '.join(items)})"


def _format_callback(func, args, kwargs, suffix=""):
    if isinstance(func, functools.partial):
        return _format_callback(func.func, func.args, func.keywords, _format_args(args, kwargs) + suffix)
    name = getattr(func, "__qualname__", None) or getattr(func, "__name__", None) or repr(func)
    return name + _format_args(args, kwargs) + suffix


def _format_callback_source(func, args):
    text = _format_callback(func, args, None)
    source = _source_of(func)
    return f"{text} at {source[0]}:{source[1]}" if source else text
