"""Futures. Each one's state is in C++ (modules/future_natives.cpp), where it changes in one step; what
has to be told of the end is taken from lists by pop(), so that nothing is told twice."""

import _future
from queue import Empty, SimpleQueue
from time import monotonic

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"

# By the number that C++ gives a state.
_STATES = (PENDING, RUNNING, CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)
_DESCRIPTIONS = ("pending", "running", "cancelled", "cancelled", "finished")
_PENDING, _RUNNING, _CANCELLED, _CANCELLED_AND_NOTIFIED, _FINISHED = range(5)


class Error(Exception):
    """Base class for all future-related exceptions."""


class CancelledError(Error):
    """The Future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
    """The operation is not allowed in this state."""


def _logger():
    import logging
    return logging.getLogger("concurrent.futures")


class Future:
    """Represents the result of an asynchronous computation."""

    def __init__(self):
        self._gate = _future._make()
        self._done_callbacks = []
        self._watchers = []

    @property
    def _state(self):
        return _STATES[_future._state(self._gate)]

    def __repr__(self):
        state = _future._state(self._gate)
        outcome = ""
        if state == _FINISHED:
            exception = _future._exception(self._gate)
            if exception is not None:
                outcome = f" raised {type(exception).__name__}"
            else:
                outcome = f" returned {type(_future._result(self._gate)).__name__}"
        return f"<{type(self).__name__} at {id(self):#x} state={_DESCRIPTIONS[state]}{outcome}>"

    def _invoke_callbacks(self):
        while True:
            try:
                callback = self._done_callbacks.pop(0)
            except IndexError:
                return
            try:
                callback(self)
            except Exception:
                _logger().exception("exception calling callback for %r", self)

    # Those that wait() and as_completed() put here.
    def _tell_watchers(self):
        while True:
            try:
                watcher = self._watchers.pop(0)
            except IndexError:
                return
            watcher(self)

    def _watch(self, watcher):
        self._watchers.append(watcher)
        if self._is_settled():
            self._tell_watchers()

    def _unwatch(self, watcher):
        try:
            self._watchers.remove(watcher)
        except ValueError:
            pass

    # Over, and whoever ran it has noticed: what wait() means by done.
    def _is_settled(self):
        return _future._state(self._gate) >= _CANCELLED_AND_NOTIFIED

    def cancel(self):
        """Cancel the future if possible."""
        before = _future._cancel(self._gate)
        if before == _RUNNING or before == _FINISHED:
            return False
        if before == _PENDING:
            self._invoke_callbacks()
        return True

    def cancelled(self):
        """Return True if the future was cancelled."""
        state = _future._state(self._gate)
        return state == _CANCELLED or state == _CANCELLED_AND_NOTIFIED

    def running(self):
        """Return True if the future is currently executing."""
        return _future._state(self._gate) == _RUNNING

    def done(self):
        """Return True if the future was cancelled or finished executing."""
        return _future._state(self._gate) >= _CANCELLED

    def add_done_callback(self, fn):
        """Attaches a callable that will be called when the future finishes."""
        self._done_callbacks.append(fn)
        _future._note_handed(self._gate)
        if self.done():
            self._invoke_callbacks()

    # What it ended with, once it has; its exception, or None.
    def _outcome(self, timeout):
        gate = self._gate
        if _future._state(gate) < _CANCELLED and not _future._wait(gate, timeout):
            raise TimeoutError()
        if _future._state(gate) != _FINISHED:
            raise CancelledError()
        return _future._exception(gate)

    def result(self, timeout=None):
        """Return the result of the call that the future represents."""
        exception = self._outcome(timeout)
        if exception is not None:
            raise exception
        return _future._result(self._gate)

    def exception(self, timeout=None):
        """Return the exception raised by the call that the future represents."""
        return self._outcome(timeout)

    def set_running_or_notify_cancel(self):
        """Mark the future as running or process any cancel notifications."""
        before = _future._begin(self._gate)
        if before == _PENDING:
            return True
        if before == _CANCELLED:
            self._tell_watchers()
            return False
        _logger().critical("Future %s in unexpected state: %s", id(self), _STATES[before])
        raise RuntimeError("Future in unexpected state")

    def set_result(self, result):
        """Sets the return value of work associated with the future."""
        self._finish(result, None)

    def set_exception(self, exception):
        """Sets the result of the future as being the given exception."""
        self._finish(None, exception)

    def _finish(self, result, exception):
        before = _future._finish(self._gate, result, exception)
        if before >= _CANCELLED:
            raise InvalidStateError(f"{_STATES[before]}: {self!r}")
        self._tell_watchers()
        self._invoke_callbacks()

    def __class_getitem__(cls, item):
        return cls


class Executor:
    """This is an abstract base class for concrete asynchronous executors."""

    def submit(self, fn, /, *args, **kwargs):
        """Submits a callable to be executed with the given arguments."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """Returns an iterator equivalent to map(fn, iter)."""
        end = None if timeout is None else timeout + monotonic()
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return _results_of(futures, end)

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Clean-up the resources associated with the Executor."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


# In the order of the futures; those not asked for any more are cancelled.
def _results_of(futures, end):
    futures.reverse()
    try:
        while futures:
            future = futures.pop()
            try:
                result = future.result(None if end is None else end - monotonic())
            finally:
                future.cancel()
            yield result
    finally:
        for future in futures:
            future.cancel()


class BrokenExecutor(RuntimeError):
    """Raised when a executor has become non-functional after a severe failure."""


class DoneAndNotDoneFutures(tuple):
    """DoneAndNotDoneFutures(done, not_done)"""
    _fields = ("done", "not_done")

    def __new__(cls, done, not_done):
        return tuple.__new__(cls, (done, not_done))

    @property
    def done(self):
        return self[0]

    @property
    def not_done(self):
        return self[1]

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})"


def _failed(future):
    return not future.cancelled() and future.exception() is not None


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait for the futures in the given sequence to complete."""
    fs = set(fs)
    done = {future for future in fs if future._is_settled()}
    waiting = fs - done
    if return_when == FIRST_COMPLETED and done:
        return DoneAndNotDoneFutures(done, waiting)
    if return_when == FIRST_EXCEPTION and any(_failed(future) for future in done):
        return DoneAndNotDoneFutures(done, waiting)
    if not waiting:
        return DoneAndNotDoneFutures(done, waiting)
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return condition: {return_when!r}")

    settled = SimpleQueue()
    tell = settled.put
    for future in waiting:
        future._watch(tell)
    end = None if timeout is None else monotonic() + timeout
    enough = False
    while len(done) < len(fs):
        try:
            if enough:
                future = settled.get(False)
            elif end is None:
                future = settled.get()
            else:
                future = settled.get(True, max(0, end - monotonic()))
        except Empty:
            break
        done.add(future)
        if return_when == FIRST_COMPLETED or return_when == FIRST_EXCEPTION and _failed(future):
            enough = True
    for future in waiting:
        future._unwatch(tell)
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    """An iterator over the given futures that yields each as it completes."""
    end = None if timeout is None else timeout + monotonic()
    pending = set(fs)
    total = len(pending)
    finished = [future for future in pending if future._is_settled()]
    settled = SimpleQueue()
    tell = settled.put
    pending.difference_update(finished)
    for future in pending:
        future._watch(tell)
    try:
        while finished:
            yield finished.pop()
        while pending:
            try:
                if end is None:
                    future = settled.get()
                else:
                    future = settled.get(True, max(0, end - monotonic()))
            except Empty:
                raise TimeoutError(f"{len(pending)} (of {total}) futures unfinished") from None
            pending.remove(future)
            yield future
    finally:
        for future in pending:
            future._unwatch(tell)
