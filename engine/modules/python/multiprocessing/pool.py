"""A pool of threads that has a pool of processes' methods."""

import collections
import queue
import threading
from multiprocessing import TimeoutError

__all__ = ["ThreadPool"]

_END = object()


class AsyncResult:
    """What a call will give."""

    def __init__(self, callback=None, error_callback=None):
        self._event = threading.Event()
        self._callback = callback
        self._error_callback = error_callback

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _set(self, success, value):
        self._success = success
        self._value = value
        callback = self._callback if success else self._error_callback
        if callback is not None:
            callback(value)
        self._event.set()


ApplyResult = AsyncResult
AsyncResult.__name__ = AsyncResult.__qualname__ = "ApplyResult"


class MapResult(AsyncResult):
    """What many calls will give, as a list."""

    def __init__(self, count, callback=None, error_callback=None):
        super().__init__(callback, error_callback)
        self._items = [None] * count
        self._left = count
        self._failed = None
        self._lock = threading.Lock()
        if count == 0:
            self._set(True, [])

    def _done(self, index, success, value):
        with self._lock:
            if success:
                self._items[index] = value
            elif self._failed is None:
                self._failed = value
            self._left -= 1
            if self._left:
                return
        if self._failed is None:
            self._set(True, self._items)
        else:
            self._set(False, self._failed)


class _Results:
    """Gives what calls gave: in their order, or as it comes."""

    def __init__(self, ordered):
        self._ordered = ordered
        self._condition = threading.Condition(threading.Lock())
        self._ready = collections.deque()
        self._early = {}
        self._next = 0
        self._given = 0
        self._length = None

    def _done(self, index, success, value):
        with self._condition:
            if self._ordered:
                self._early[index] = (success, value)
                while self._next in self._early:
                    self._ready.append(self._early.pop(self._next))
                    self._next += 1
            else:
                self._ready.append((success, value))
            self._condition.notify()

    def _end(self, length):
        with self._condition:
            self._length = length
            self._condition.notify()

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._condition:
            while not self._ready:
                if self._given == self._length:
                    raise StopIteration
                if not self._condition.wait(timeout) and not self._ready:
                    raise TimeoutError
            success, value = self._ready.popleft()
            self._given += 1
        if success:
            return value
        raise value

    __next__ = next


class ThreadPool:
    """Threads that wait for work."""

    def __init__(self, processes=None, initializer=None, initargs=()):
        import os

        if processes is None:
            processes = os.cpu_count() or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._processes = processes
        self._tasks = queue.SimpleQueue()
        self._state = "RUN"
        self._pool = [threading.Thread(target=self._work, args=(initializer, initargs), daemon=True,
                                       name=threading._new_name(_worker)) for _ in range(processes)]
        for thread in self._pool:
            thread.start()

    def __repr__(self):
        return (f"<{type(self).__module__}.{type(self).__qualname__} state={self._state} "
                f"pool_size={len(self._pool)}>")

    def _work(self, initializer, initargs):
        if initializer is not None:
            initializer(*initargs)
        while True:
            task = self._tasks.get()
            if task is _END:
                break
            function, args, kwargs, report = task
            try:
                success, value = True, function(*args, **kwargs)
            except Exception as error:
                success, value = False, error
            report(success, value)

    def _submit(self, function, args, kwargs, report):
        if self._state != "RUN":
            raise ValueError("Pool not running")
        self._tasks.put((function, args, kwargs, report))

    def apply(self, func, args=(), kwds={}):
        """func(*args, **kwds), in the pool; waits for it."""
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        result = AsyncResult(callback, error_callback)
        self._submit(func, args, kwds, result._set)
        return result

    def map(self, func, iterable, chunksize=None):
        """The results of func for each item, as a list."""
        return self.map_async(func, iterable, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self.starmap_async(func, [(item,) for item in iterable], chunksize, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        return self.starmap_async(func, iterable, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        if self._state != "RUN":
            raise ValueError("Pool not running")
        items = [tuple(item) for item in iterable]
        result = MapResult(len(items), callback, error_callback)
        for index, args in enumerate(items):
            self._submit(func, args, {}, lambda success, value, index=index: result._done(index, success, value))
        return result

    def imap(self, func, iterable, chunksize=1):
        """The results of func, one after the other, in order."""
        return self._each(func, iterable, True)

    def imap_unordered(self, func, iterable, chunksize=1):
        """The results of func as they come."""
        return self._each(func, iterable, False)

    def _each(self, func, iterable, ordered):
        if self._state != "RUN":
            raise ValueError("Pool not running")
        results = _Results(ordered)
        count = 0
        for index, item in enumerate(iterable):
            self._submit(func, (item,), {},
                         lambda success, value, index=index: results._done(index, success, value))
            count += 1
        results._end(count)
        return results

    def close(self):
        """No more work is taken."""
        if self._state == "RUN":
            self._state = "CLOSE"
            for _ in self._pool:
                self._tasks.put(_END)

    def terminate(self):
        """Work that has not begun is forgotten."""
        self._state = "TERMINATE"
        while not self._tasks.empty():
            try:
                self._tasks.get_nowait()
            except queue.Empty:
                break
        for _ in self._pool:
            self._tasks.put(_END)

    def join(self):
        """Waits for the threads to end."""
        if self._state == "RUN":
            raise ValueError("Pool is still running")
        for thread in self._pool:
            thread.join()

    def __enter__(self):
        if self._state != "RUN":
            raise ValueError("Pool not running")
        return self

    def __exit__(self, *args):
        self.terminate()


# What threads of a pool are called after.
def _worker():
    pass


_worker.__name__ = "worker"
