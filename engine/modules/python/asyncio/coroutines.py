"""What counts as a coroutine, and how one is shown."""

import collections.abc
import types

from _asyncio import _has_begun

from asyncio import format_helpers

__all__ = ("iscoroutinefunction", "iscoroutine")

_is_coroutine = object()     # the attribute of that name marks a function


def iscoroutinefunction(func):
    """Return True if func is a coroutine function."""
    if getattr(func, "_is_coroutine", None) is _is_coroutine:
        return True
    while True:
        if type(func) is types.MethodType:
            func = func.__func__
        elif hasattr(func, "func") and type(func).__name__ == "partial":
            func = func.func
        else:
            break
    return type(func) is types.FunctionType and bool(func.__code__.co_flags & 128)


def iscoroutine(obj):
    """Return True if obj is a coroutine object."""
    cls = type(obj)
    if cls is types.CoroutineType:
        return True
    return cls is types.GeneratorType or isinstance(obj, collections.abc.Coroutine)


def isawaitable(obj):
    return (type(obj) is types.CoroutineType or types._is_awaitable_generator(obj)
            or isinstance(obj, collections.abc.Awaitable))


def _format_coroutine(coro):
    name = getattr(coro, "__qualname__", None) or getattr(coro, "__name__", None)
    name = f"{name}()" if name else f"<{type(coro).__name__} without __name__>()"
    code = getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)
    if not code:
        running = getattr(coro, "cr_running", False) or getattr(coro, "gi_running", False)
        return f"{name} running" if running else name
    frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
    filename = code.co_filename or "<empty co_filename>"
    if filename.startswith("<library "):
        is_suspended = frame is not None and _has_begun(coro)
        file, line = format_helpers._library_place(getattr(coro, "__qualname__", ""), is_suspended)
        return f"{name} running at {file}:{line}" if frame is not None else f"{name} done, defined at {file}:{line}"
    if frame is not None:
        return f"{name} running at {filename}:{frame.f_lineno}"
    return f"{name} done, defined at {filename}:{code.co_firstlineno}"
