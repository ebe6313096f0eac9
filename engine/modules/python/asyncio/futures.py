"""Futures: the class is C++ (modules/async_future.cpp); here is how they are shown, and joined to those of threads."""

import concurrent.futures
import reprlib

from _asyncio import Future, Task, _Gathering

from asyncio import format_helpers

__all__ = ("Future", "wrap_future", "isfuture")


def isfuture(obj):
    """Return True for a Future, or something that says that it is like one."""
    if isinstance(obj, Future):
        return True
    return (hasattr(type(obj), "_asyncio_future_blocking")
            and obj._asyncio_future_blocking is not None)


def _get_loop(fut):
    return fut.get_loop()


def _set_result_unless_cancelled(fut, result):
    if not fut.cancelled():
        fut.set_result(result)


def _show_callback(callback):
    if isinstance(callback, Task):
        return "Task.task_wakeup()"
    if isinstance(callback, _Gathering):
        file, line = format_helpers._library_place("gather.<locals>._done_callback")
        return f"gather.<locals>._done_callback() at {file}:{line}"
    return format_helpers._format_callback_source(callback, ())


def _future_repr_info(future):
    state = future._state
    info = [state.lower()]
    if state == "FINISHED":
        if future._exception is not None:
            info.append(f"exception={future._exception!r}")
        else:
            info.append(f"result={reprlib.repr(future._result)}")
    callbacks = [callback for callback, _ in future._callbacks]
    if callbacks:
        shown = _show_callback(callbacks[0])
        if len(callbacks) > 2:
            shown += f", <{len(callbacks) - 2} more>"
        if len(callbacks) > 1:
            shown += f", {_show_callback(callbacks[-1])}"
        info.append(f"cb=[{shown}]")
    return info


_being_shown = []


def _future_repr(future):
    for one in _being_shown:
        if one is future:
            return "..."
    _being_shown.append(future)
    try:
        if isinstance(future, Task):
            from asyncio.tasks import _task_repr_info
            info = _task_repr_info(future)
        else:
            info = _future_repr_info(future)
        return f"<{type(future).__name__} {' '.join(info)}>"
    finally:
        _being_shown.pop()


# The generator behind future.__await__(), for whoever calls it by hand.
def _future_iterator(future):
    if not future.done():
        future._asyncio_future_blocking = True
        yield future
    if not future.done():
        raise RuntimeError("await wasn't used with future")
    return future.result()


def _convert_future_exc(exc):
    from asyncio import exceptions
    if type(exc) is concurrent.futures.CancelledError:
        return exceptions.CancelledError(*exc.args)
    if type(exc) is concurrent.futures.InvalidStateError:
        return exceptions.InvalidStateError(*exc.args)
    return exc


# A thread's future gets the outcome of one of a loop.
def _set_concurrent_future_state(concurrent, source):
    if source.cancelled():
        concurrent.cancel()
    if not concurrent.set_running_or_notify_cancel():
        return
    exception = source.exception()
    if exception is not None:
        concurrent.set_exception(_convert_future_exc(exception))
    else:
        concurrent.set_result(source.result())


# And the other way round.
def _copy_future_state(source, dest):
    if dest.cancelled():
        return
    if source.cancelled():
        dest.cancel()
        return
    exception = source.exception()
    if exception is not None:
        dest.set_exception(_convert_future_exc(exception))
    else:
        dest.set_result(source.result())


def _chain_future(source, destination):
    """Lets the outcome of source become that of destination, and a cancellation of destination reach source."""
    source_loop = source.get_loop() if isfuture(source) else None
    dest_loop = destination.get_loop() if isfuture(destination) else None

    def _set_state(future, other):
        if isfuture(future):
            _copy_future_state(other, future)
        else:
            _set_concurrent_future_state(future, other)

    def _call_check_cancel(destination):
        if destination.cancelled():
            if source_loop is None or source_loop is dest_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def _call_set_state(source):
        if destination.cancelled() and dest_loop is not None and dest_loop.is_closed():
            return
        if dest_loop is None or dest_loop is source_loop:
            _set_state(destination, source)
        elif not dest_loop.is_closed():
            dest_loop.call_soon_threadsafe(_set_state, destination, source)

    destination.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def wrap_future(future, *, loop=None):
    """Wrap concurrent.futures.Future object."""
    if isfuture(future):
        return future
    if loop is None:
        from asyncio import events
        loop = events.get_event_loop()
    new_future = loop.create_future()
    _chain_future(future, new_future)
    return new_future
