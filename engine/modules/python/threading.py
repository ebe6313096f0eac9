"""Thread-based parallelism: the classes of locks are C++ (engine/sync), threads are made here."""

import _thread
from _thread import (Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore,
                     TIMEOUT_MAX, get_ident, local)

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread",
           "TIMEOUT_MAX", "Event", "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread",
           "Barrier", "BrokenBarrierError", "Timer", "ThreadError", "setprofile", "settrace",
           "local", "stack_size", "excepthook", "ExceptHookArgs", "get_native_id"]

ThreadError = RuntimeError

_counter = 0
_active = {}


def _deprecated(message):
    import warnings

    warnings._deprecated(message)


def _new_name(target):
    global _counter
    _counter += 1
    name = f"Thread-{_counter}"
    if target is not None:
        try:
            name = f"{name} ({target.__name__})"
        except AttributeError:
            pass
    return name


def _let_begin():
    # The call is a safe point: here a thread that runs free gives way to the one it has started.
    pass


class Thread:
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        self._target = target
        self._name = str(name) if name is not None else _new_name(target)
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._state = None
        self._initialized = True

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        status = "initial"
        if self._state is not None:
            status = "stopped" if _thread._has_ended(self._state) else "started"
        if self._daemonic:
            status += " daemon"
        if self._state is not None:
            status += f" {self.ident}"
        return f"<{type(self).__name__}({self._name}, {status})>"

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._state is not None:
            raise RuntimeError("threads can only be started once")
        state = _thread._make(self._bootstrap, self, bool(self._daemonic), self._name)
        self._state = state
        _active[_thread._ident(state)] = self
        try:
            _thread._start(state)
        except BaseException:
            del _active[_thread._ident(state)]
            self._state = None
            raise
        _let_begin()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    # A frame as in CPython, which counts for the recursion limit.
    def _bootstrap(self):
        self._bootstrap_inner()

    def _bootstrap_inner(self):
        try:
            self.run()
        except SystemExit:
            pass
        except BaseException as error:
            _report(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        finally:
            _active.pop(_thread._ident(self._state), None)

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._state is None:
            raise RuntimeError("cannot join thread before it is started")
        if self._state is _thread._current():
            raise RuntimeError("cannot join current thread")
        _thread._join(self._state, None if timeout is None else max(timeout, 0))

    def is_alive(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._state is not None and not _thread._has_ended(self._state)

    @property
    def name(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)

    @property
    def ident(self):
        assert self._initialized, "Thread.__init__() not called"
        return None if self._state is None else _thread._ident(self._state)

    @property
    def native_id(self):
        assert self._initialized, "Thread.__init__() not called"
        return None if self._state is None else _thread._native_id(self._state)

    @property
    def daemon(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._state is not None:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def getName(self):
        _deprecated("getName() is deprecated, get the name attribute instead")
        return self.name

    def setName(self, name):
        _deprecated("setName() is deprecated, set the name attribute instead")
        self.name = name

    def isDaemon(self):
        _deprecated("isDaemon() is deprecated, get the daemon attribute instead")
        return self.daemon

    def setDaemon(self, daemonic):
        _deprecated("setDaemon() is deprecated, set the daemon attribute instead")
        self.daemon = daemonic


class ExceptHookArgs(tuple):
    @property
    def exc_type(self):
        return self[0]

    @property
    def exc_value(self):
        return self[1]

    @property
    def exc_traceback(self):
        return self[2]

    @property
    def thread(self):
        return self[3]


def excepthook(args, /):
    if args.exc_type is SystemExit:
        return
    name = args.thread.name if args.thread is not None else get_ident()
    _thread._report_exception(args.exc_value, f"Exception in thread {name}:\n")


__excepthook__ = excepthook


# By the hook that is set now, which may be the script's and fail itself.
def _report(args):
    try:
        excepthook(args)
    except Exception as error:
        _thread._report_exception(error, "Exception in threading.excepthook:\n")


class BrokenBarrierError(RuntimeError):
    pass


# The last to arrive at a barrier runs its action before anyone may pass.
def _act_for(barrier):
    try:
        barrier._action()
    except BaseException:
        _thread._finish_barrier_action(barrier, False)
        raise
    _thread._finish_barrier_action(barrier, True)


class _MainThread(Thread):
    def __init__(self, state):
        self._target = None
        self._name = "MainThread"
        self._args = ()
        self._kwargs = {}
        self._daemonic = False
        self._state = state
        self._initialized = True


class _DummyThread(Thread):
    """A thread that was started without this module."""

    def __init__(self, state):
        self._target = None
        self._name = _new_name(None).replace("Thread", "Dummy")
        self._args = ()
        self._kwargs = {}
        self._daemonic = True
        self._state = state
        self._initialized = True


_main_thread = _MainThread(_thread._main())
_thread._set_handle(_thread._main(), _main_thread)
_active[_main_thread.ident] = _main_thread


def main_thread():
    return _main_thread


def current_thread():
    state = _thread._current()
    handle = _thread._handle(state)
    if handle is None:
        handle = _DummyThread(state)
        _thread._set_handle(state, handle)
        _active[handle.ident] = handle
    return handle


def currentThread():
    _deprecated("currentThread() is deprecated, use current_thread() instead")
    return current_thread()


def enumerate():
    _thread._note_counted()
    return list(_active.values())


def active_count():
    _thread._note_counted()
    return len(_active)


def activeCount():
    _deprecated("activeCount() is deprecated, use active_count() instead")
    return active_count()


def get_native_id():
    return _thread._native_id(_thread._current())


def stack_size(size=0):
    return 0


def settrace(func):
    if func is not None:
        raise RuntimeError("tracing threads is not possible in Lockstep: use the timeline")


def setprofile(func):
    if func is not None:
        raise RuntimeError("profiling threads is not possible in Lockstep: use the timeline")


# What is to be called when the main thread has ended: before the threads that are left are waited for.
_ending = False
_first_calls = []
_last_calls = []


def _register_atexit(function, *args, **kwargs):
    if _ending:
        raise RuntimeError("can't register atexit after shutdown")
    _first_calls.append(lambda: function(*args, **kwargs))
    _watch_for_the_end()


# After they have ended: for the module atexit.
def _register_last_call(function):
    _last_calls.append(function)
    _watch_for_the_end()


def _watch_for_the_end():
    global _is_watching
    if not _is_watching:
        _is_watching = True
        _thread._register_exit_function(_shutdown)


_is_watching = False


def _join_all():
    for thread in enumerate():
        if thread is not _main_thread and not thread.daemon and thread is not current_thread():
            thread.join()


def _shutdown():
    global _ending
    _ending = True
    for function in reversed(_first_calls):
        function()
    if not _last_calls:
        return
    _join_all()
    for function in _last_calls:
        function()


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()
