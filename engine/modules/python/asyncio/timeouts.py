"""timeout(): a time limit for a block of code."""

from asyncio import events, exceptions, tasks

__all__ = ("Timeout", "timeout", "timeout_at")


class Timeout:
    """An asynchronous context manager that cancels its block when its time has come."""

    def __init__(self, when):
        self._state = "created"     # then active, expiring, expired or finished
        self._handle = None
        self._task = None
        self._when = when

    def when(self):
        """Return the current deadline."""
        return self._when

    def reschedule(self, when):
        """Reschedule the timeout."""
        assert self._state != "created"
        if self._state != "active":
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._handle is not None:
            self._handle.cancel()
        if when is None:
            self._handle = None
            return
        loop = events.get_running_loop()
        if when <= loop.time():
            self._handle = loop.call_soon(self._on_timeout)
        else:
            self._handle = loop.call_at(when, self._on_timeout)

    def expired(self):
        """Is timeout expired during execution?"""
        return self._state in ("expiring", "expired")

    def __repr__(self):
        shown = ""
        if self._state == "active":
            shown = f" when={None if self._when is None else round(self._when, 3)}"
        return f"<Timeout [{self._state}]{shown}>"

    async def __aenter__(self):
        self._state = "active"
        self._task = tasks.current_task()
        if self._task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        assert self._state in ("active", "expiring")
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if self._state == "expiring":
            self._state = "expired"
            if self._task.uncancel() == 0 and exc_type is exceptions.CancelledError:
                raise TimeoutError
        else:
            self._state = "finished"
        return None

    def _on_timeout(self):
        assert self._state == "active"
        self._task.cancel()
        self._state = "expiring"
        self._handle = None


def timeout(delay):
    """Timeout async context manager: `delay` seconds, or None for no limit."""
    loop = events.get_running_loop()
    return Timeout(None if delay is None else loop.time() + delay)


def timeout_at(when):
    """Like timeout(), with a time of the loop's clock."""
    return Timeout(when)
