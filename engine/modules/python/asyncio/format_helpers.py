"""How callbacks are shown."""

import functools
import reprlib
import types


# Where CPython 3.11 has the library's functions that messages show: callbacks, and coroutines with the line
# of their `async def` and that of the await in which they are most of the time.
_PLACES = {
    "_run_until_complete_cb": ("base_events.py", 180),
    "gather.<locals>._done_callback": ("tasks.py", 754),
    "shield.<locals>._inner_done_callback": ("tasks.py", 881),
    "shield.<locals>._outer_done_callback": ("tasks.py", 898),
    "_wait.<locals>._on_completion": ("tasks.py", 509),
    "as_completed.<locals>._on_completion": ("tasks.py", 592),
    "as_completed.<locals>._on_timeout": ("tasks.py", 586),
    "run_coroutine_threadsafe.<locals>.callback": ("tasks.py", 916),
    "_release_waiter": ("tasks.py", 421),
    "_chain_future.<locals>._call_check_cancel": ("futures.py", 387),
    "_chain_future.<locals>._call_set_state": ("futures.py", 394),
    "_chain_future.<locals>._set_state": ("futures.py", 381),
    "sleep": ("tasks.py", 627, 639),
    "wait": ("tasks.py", 389, 418),
    "wait_for": ("tasks.py", 426, 466),
    "as_completed.<locals>._wait_for_one": ("tasks.py", 600, 601),
    "to_thread": ("threads.py", 12, 25),
    "Lock.acquire": ("locks.py", 93, 114),
    "Event.wait": ("locks.py", 199, 213),
    "Condition.wait": ("locks.py", 246, 267),
    "Condition.wait_for": ("locks.py", 284, 294),
    "Semaphore.acquire": ("locks.py", 372, 387),
    "Barrier.wait": ("locks.py", 481, 497),
    "Queue.put": ("queues.py", 111, 120),
    "Queue.get": ("queues.py", 149, 158),
    "Queue.join": ("queues.py", 206, 215),
}


def _library_place(name, is_suspended=False):
    file, line, *more = _PLACES.get(name, ("tasks.py", 1))
    return f"/usr/lib/python3.11/asyncio/{file}", more[0] if is_suspended and more else line


def _source_of(func):
    while hasattr(func, "__wrapped__"):
        func = func.__wrapped__
    if type(func) is types.FunctionType:
        code = func.__code__
        if code.co_filename.startswith("<library "):
            return _library_place(func.__qualname__)
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
