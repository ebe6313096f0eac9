"""Only what needs no second process: pools of threads. A program here is a single process."""

__all__ = ["TimeoutError", "cpu_count", "current_process", "active_children", "freeze_support", "get_start_method"]

class TimeoutError(Exception):
    pass


class _MainProcess:
    name = "MainProcess"
    daemon = False
    pid = ident = 1
    exitcode = None

    def is_alive(self):
        return True

    def __repr__(self):
        return "<_MainProcess name='MainProcess' parent=None started>"


_process = _MainProcess()


def cpu_count():
    """Returns the number of CPUs in the system"""
    import os

    return os.cpu_count()


def current_process():
    """Return the process that runs."""
    return _process


def active_children():
    return []


def parent_process():
    return None


def freeze_support():
    pass


def get_start_method(allow_none=False):
    return "fork"
