"""Measures how long small bits of code take."""

import itertools
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter


class Timer:
    """Times a statement, given as text or as a function, after a setup."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        self._names = {} if globals is None else dict(globals)
        self._setup = self._code(setup, "setup")
        self._statement = self._code(stmt, "stmt")

    @staticmethod
    def _code(what, name):
        if isinstance(what, str):
            return compile(what, "<timeit-src>", "exec")
        if callable(what):
            return what
        raise ValueError(f"{name} is neither a string nor callable")

    def _run(self, what):
        if callable(what):
            what()
        else:
            exec(what, self._names)

    def timeit(self, number=default_number):
        """How long it takes to run the statement so many times."""
        self._run(self._setup)
        statement = self._statement
        repetitions = itertools.repeat(None, number)
        if callable(statement):
            begin = self.timer()
            for _ in repetitions:
                statement()
        else:
            names = self._names
            begin = self.timer()
            for _ in repetitions:
                exec(statement, names)
        return self.timer() - begin

    def repeat(self, repeat=default_repeat, number=default_number):
        """Call timeit() a few times."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """Find a number of runs that takes 0.2 seconds or more; return it with the time."""
        scale = 1
        while True:
            for step in 1, 2, 5:
                number = scale * step
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """Make a Timer and call its timeit()."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat,
           number=default_number, globals=None):
    """Make a Timer and call its repeat()."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
