"""Which event loop runs, and which one is to be used."""

import threading

from _asyncio import (EventLoop as AbstractEventLoop, Handle, TimerHandle, _choose_current, _get_running_loop,
                      _set_running_loop, get_running_loop)

__all__ = ("AbstractEventLoopPolicy", "AbstractEventLoop", "AbstractServer", "Handle", "TimerHandle", "get_event_loop_policy",
           "set_event_loop_policy", "get_event_loop", "set_event_loop", "new_event_loop",
           "get_child_watcher", "set_child_watcher",
           "_set_running_loop", "get_running_loop", "_get_running_loop")


class AbstractServer:
    """What start_server() returns is one of these."""


class AbstractEventLoopPolicy:
    """Abstract policy for accessing the event loop."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class _Chosen(threading.local):
    loop = None
    was_set = False


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """Each thread has a loop of its own; only the main thread gets one unasked."""

    _loop_factory = None

    def __init__(self):
        self._local = _Chosen()

    def get_event_loop(self):
        chosen = self._local
        if chosen.loop is None and not chosen.was_set:
            if threading.current_thread() is threading.main_thread():
                self.set_event_loop(self.new_event_loop())
        if chosen.loop is None:
            raise RuntimeError(
                f"There is no current event loop in thread {threading.current_thread().name!r}.")
        return chosen.loop

    def set_event_loop(self, loop):
        self._local.was_set = True
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError("loop must be an instance of AbstractEventLoop or None, "
                            f"not '{type(loop).__name__}'")
        _choose_current(self._local.loop, loop)
        self._local.loop = loop

    def new_event_loop(self):
        return self._loop_factory()


_policy = None


def get_event_loop_policy():
    """Get the current event loop policy."""
    global _policy
    if _policy is None:
        from asyncio.unix_events import DefaultEventLoopPolicy
        _policy = DefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    """Set the current event loop policy; None restores the default one."""
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError("policy must be an instance of AbstractEventLoopPolicy or None, "
                        f"not '{type(policy).__name__}'")
    _policy = policy


def get_event_loop():
    """Return the running event loop, or the one that the policy has for this thread."""
    loop = _get_running_loop()
    return loop if loop is not None else get_event_loop_policy().get_event_loop()


_get_event_loop = get_event_loop


def set_event_loop(loop):
    """Equivalent to calling get_event_loop_policy().set_event_loop(loop)."""
    get_event_loop_policy().set_event_loop(loop)


def get_child_watcher():
    raise NotImplementedError("get_child_watcher(): programs here run in a single process")


def set_child_watcher(watcher):
    raise NotImplementedError("set_child_watcher(): programs here run in a single process")


def new_event_loop():
    """Equivalent to calling get_event_loop_policy().new_event_loop()."""
    return get_event_loop_policy().new_event_loop()
