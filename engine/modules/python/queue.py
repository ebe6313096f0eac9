"""Queues for threads. C++ does the work (modules/queue_type.cpp) until a script wants to see inside."""

import _queue
from _queue import _ItemQueue, _inside, _items, _open
from threading import Condition, Lock

__all__ = ["Empty", "Full", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Empty(Exception):
    "Exception raised by Queue.get(block=0)/get_nowait()."
    __module__ = "_queue"


class Full(Exception):
    "Exception raised by Queue.put(block=0)/put_nowait()."


class Queue(_ItemQueue):
    """Create a queue object with a given maximum size.

    If maxsize is <= 0, the queue size is infinite."""

    def __init__(self, maxsize=0):
        kind = _kind_of(type(self))
        if kind is not None:
            _queue._begin(self, maxsize, kind)
        else:
            _queue._set_maximum(self, maxsize)
            _open(self, _Inside(), None)
            self._init(maxsize)

    task_done = _ItemQueue._task_done
    join = _ItemQueue._join
    full = _ItemQueue._full
    maxsize = property(_queue._maximum, _queue._set_maximum)
    unfinished_tasks = property(_queue._unfinished, _queue._set_unfinished)

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    @property
    def queue(self):
        items = _items(self)
        if items is None:
            _inside_of(self)
            items = _items(self)
        return items

    @queue.setter
    def queue(self, items):
        _inside_of(self)
        _queue._set_items(self, items)

    @property
    def mutex(self):
        return _inside_of(self).mutex

    @property
    def not_empty(self):
        return _inside_of(self).not_empty

    @property
    def not_full(self):
        return _inside_of(self).not_full

    @property
    def all_tasks_done(self):
        return _inside_of(self).all_tasks_done

    def _init(self, maxsize):
        from collections import deque
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()


class LifoQueue(Queue):
    """Variant of Queue that retrieves most recently added entries first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()


class PriorityQueue(Queue):
    """Variant of Queue that retrieves open entries in priority order (lowest first).

    Entries are typically tuples of the form:  (priority number, data)."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        from heapq import heappush
        heappush(self.queue, item)

    def _get(self):
        from heapq import heappop
        return heappop(self.queue)


class SimpleQueue(_ItemQueue):
    """Simple, unbounded, reentrant FIFO queue."""
    __module__ = "_queue"

    def __init__(self):
        pass

    def put_nowait(self, item):
        self.put(item)

    def get_nowait(self):
        return self.get(False)


_KINDS = ((LifoQueue, _queue._LAST_IN), (PriorityQueue, _queue._SMALLEST), (Queue, _queue._FIRST_IN))


# How get() of a class chooses; None where hooks of a script do.
def _kind_of(cls):
    for known, kind in _KINDS:
        if cls is known:
            return kind
    for known, kind in _KINDS:
        if issubclass(cls, known):
            plain = (cls._init is known._init and cls._qsize is known._qsize
                     and cls._put is known._put and cls._get is known._get)
            return kind if plain else None


class _Inside:
    def __init__(self):
        self.mutex = Lock()
        self.not_empty = Condition(self.mutex)
        self.not_full = Condition(self.mutex)
        self.all_tasks_done = Condition(self.mutex)


# From here on the script can see and change what the queue is made of.
def _inside_of(queue):
    inside = _inside(queue)
    if inside is not None:
        return inside
    fresh = _Inside()
    items = _items(queue)
    if items is None:
        from collections import deque
        items = deque()
    with fresh.mutex:
        old = _open(queue, fresh, items)
        if old is not None and old is not items:
            items.extend(old)
    return _inside(queue)


# --- an open queue -----------------------------------------------------------------------------------------

def _put_open(queue, item, block, timeout):
    inside = _inside(queue)
    with inside.not_full:
        if queue.maxsize > 0 and not _wait_while(inside.not_full, block, timeout,
                                                lambda: queue._qsize() >= queue.maxsize):
            raise Full
        queue._put(item)
        queue.unfinished_tasks += 1
        inside.not_empty.notify()


def _get_open(queue, block, timeout):
    inside = _inside(queue)
    with inside.not_empty:
        if not _wait_while(inside.not_empty, block, timeout, lambda: not queue._qsize()):
            raise Empty
        item = queue._get()
        inside.not_full.notify()
        return item


# Whether `blocked()` came to be false.
def _wait_while(condition, block, timeout, blocked):
    if not block:
        return not blocked()
    if timeout is None:
        while blocked():
            condition.wait()
        return True
    if timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    from time import monotonic
    end = monotonic() + timeout
    while blocked():
        left = end - monotonic()
        if left <= 0:
            return False
        condition.wait(left)
    return True


def _open_and_put(queue, item, block, timeout):
    _inside_of(queue)
    _put_open(queue, item, block, timeout)


def _open_and_get(queue, block, timeout):
    _inside_of(queue)
    return _get_open(queue, block, timeout)


def _task_done_open(queue):
    inside = _inside(queue)
    with inside.all_tasks_done:
        unfinished = queue.unfinished_tasks - 1
        if unfinished < 0:
            raise ValueError("task_done() called too many times")
        if unfinished == 0:
            inside.all_tasks_done.notify_all()
        queue.unfinished_tasks = unfinished


def _join_open(queue):
    inside = _inside(queue)
    with inside.all_tasks_done:
        while queue.unfinished_tasks:
            inside.all_tasks_done.wait()


def _size_open(queue):
    with _inside(queue).mutex:
        return queue._qsize()


def _is_empty_open(queue):
    with _inside(queue).mutex:
        return not queue._qsize()


def _is_full_open(queue):
    with _inside(queue).mutex:
        return 0 < queue.maxsize <= queue._qsize()
