import threading
import time
from contextlib import contextmanager
from enum import Enum, auto, unique, IntEnum, Flag


@unique
class Mode(Enum):
    READ = auto()
    WRITE = auto()

    @property
    def exclusive(self):
        return self is Mode.WRITE

    def __str__(self):
        return self.name.lower()


class Priority(IntEnum):
    LOW = 1
    HIGH = 5


class Permission(Flag):
    NONE = 0
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class ReadWriteLock:
    def __init__(self):
        self._condition = threading.Condition(threading.RLock())
        self._readers = 0
        self._writer = None
        self._waiting_writers = 0

    @contextmanager
    def hold(self, mode):
        self.acquire(mode)
        try:
            yield self
        finally:
            self.release(mode)

    def acquire(self, mode):
        with self._condition:
            if mode.exclusive:
                self._waiting_writers += 1
                self._condition.wait_for(lambda: self._readers == 0 and self._writer is None)
                self._waiting_writers -= 1
                self._writer = threading.current_thread()
            else:
                while self._writer is not None or self._waiting_writers:
                    self._condition.wait()
                self._readers += 1

    def release(self, mode):
        with self._condition:
            match mode:
                case Mode.WRITE:
                    assert self._writer is threading.current_thread(), "not the writer"
                    self._writer = None
                case Mode.READ:
                    self._readers -= 1
            self._condition.notify_all()


data = {}
lock = ReadWriteLock()
torn = []


def writer(n):
    for i in range(20):
        with lock.hold(Mode.WRITE):
            data["a"] = (n, i)
            time.sleep(0)
            data["b"] = (n, i)


def reader():
    for _ in range(40):
        with lock.hold(Mode.READ):
            if data.get("a") != data.get("b"):
                torn.append(dict(data))


ts = [threading.Thread(target=writer, args=(n,)) for n in range(2)] + [threading.Thread(target=reader) for _ in range(3)]
[t.start() for t in ts]
[t.join() for t in ts]
print("torn reads:", len(torn))
print([str(m) for m in Mode], list(Mode), Mode["READ"], Mode(2), Mode.READ.exclusive, repr(Mode.WRITE))
try:
    Mode(7)
except ValueError as e:
    print(e)
try:
    Mode["NOPE"]
except KeyError as e:
    print(repr(e))
try:
    Mode.READ = 3
except AttributeError as e:
    print(e)
print(Priority.HIGH > Priority.LOW, Priority.HIGH + 1, sorted([Priority.HIGH, Priority.LOW]), f"{Priority.HIGH}", repr(Priority(1)))
print(Permission.RW, repr(Permission.R | Permission.X), Permission.R in Permission.RW, ~Permission.R, bool(Permission.NONE), Permission(0))
print(f"{Mode.READ!s:>8}|{Mode.READ!r}|{Priority.LOW:03d}")
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
try:
    with lock.hold(Mode.READ):
        lock.release(Mode.WRITE)
except AssertionError as e:
    print("AssertionError:", e)
print(Mode.__members__, len(Mode), Mode.READ in Mode)
