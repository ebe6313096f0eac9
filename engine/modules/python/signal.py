"""Handlers of signals can be set; but no signal ever comes: a run is ended from outside, not interrupted."""

import enum
import sys
import threading

__all__ = ["signal", "getsignal", "default_int_handler", "Signals", "Handlers", "SIG_DFL", "SIG_IGN",
           "strsignal", "valid_signals", "raise_signal"]

NSIG = 65


class Signals(enum.IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGABRT = 6
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19


class Handlers(enum.IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


for _kind in Signals, Handlers:
    sys.modules[__name__].__dict__.update(_kind.__members__)


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


_handlers = {Signals.SIGINT: default_int_handler, Signals.SIGPIPE: Handlers.SIG_IGN}


def _number_of(signalnum):
    if not 1 <= signalnum < NSIG:
        raise ValueError("signal number out of range")
    try:
        return Signals(signalnum)
    except ValueError:
        return signalnum


def signal(signalnum, handler, /):
    """Set the action for the given signal, and return the one before."""
    number = _number_of(signalnum)
    if threading.current_thread() is not threading.main_thread():
        raise ValueError("signal only works in main thread of the main interpreter")
    if number in (Signals.SIGKILL, Signals.SIGSTOP):
        raise OSError(22, "Invalid argument")
    if not callable(handler):
        if handler not in (0, 1):
            raise TypeError(
                "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object"
            )
        handler = Handlers(handler)
    before = getsignal(number)
    _handlers[number] = handler
    return before


def getsignal(signalnum, /):
    """The current action for the given signal."""
    return _handlers.get(_number_of(signalnum), Handlers.SIG_DFL)


def raise_signal(signalnum, /):
    """Have a signal come at once: its handler is called."""
    number = _number_of(signalnum)
    handler = getsignal(number)
    if handler == Handlers.SIG_DFL:
        raise SystemExit(128 + number)
    if handler != Handlers.SIG_IGN:
        handler(number, None)


_TEXTS = {1: "Hangup", 2: "Interrupt", 3: "Quit", 4: "Illegal instruction", 6: "Aborted",
          8: "Floating point exception", 9: "Killed", 10: "User defined signal 1",
          11: "Segmentation fault", 12: "User defined signal 2", 13: "Broken pipe", 14: "Alarm clock",
          15: "Terminated", 17: "Child exited", 18: "Continued", 19: "Stopped (signal)"}


def strsignal(signalnum, /):
    """The system's description of a signal."""
    return _TEXTS.get(int(_number_of(signalnum)))


def valid_signals():
    return set(Signals)
