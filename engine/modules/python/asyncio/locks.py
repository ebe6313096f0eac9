"""Primitives that tasks of one loop share. What they do is C++ (vm/async_primitives.cpp), apart from Condition and
Barrier; a coroutine function that was given to _set_awaited() is not called where its call is awaited at once."""

from _asyncio import _Event, _Lock, _Semaphore, _set_awaited

from asyncio import events, exceptions

__all__ = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier")


class _LoopBound:
    _loop = None

    def _get_loop(self):
        loop = events._get_running_loop()
        if self._loop is None:
            self._loop = loop
        if loop is not self._loop:
            raise RuntimeError(f"{self!r} is bound to a different event loop")
        return loop


# <asyncio.locks.Lock object at 0x... [what]>
def _show(primitive, what, waiters):
    if waiters:
        what += f", waiters:{len(waiters)}"
    return f"<{object.__repr__(primitive)[1:-1]} [{what}]>"


def _wrong_loop(primitive):
    raise RuntimeError(f"{primitive!r} is bound to a different event loop")


class _AsyncWith:
    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


_set_awaited(_AsyncWith.__aenter__, "enter")
_set_awaited(_AsyncWith.__aexit__, "leave")


class Lock(_AsyncWith, _Lock):
    """Primitive lock objects."""

    def __init__(self):
        pass

    def __repr__(self):
        return _show(self, "locked" if self._locked else "unlocked", self._waiters)

    async def acquire(self):
        """Acquire a lock."""
        return await self._await_acquire()


_set_awaited(Lock.acquire, "lock")


class Event(_Event):
    """Asynchronous equivalent to threading.Event."""

    def __init__(self):
        pass

    def __repr__(self):
        return _show(self, "set" if self._value else "unset", self._waiters)

    async def wait(self):
        """Block until the internal flag is true."""
        return await self._await_set()


_set_awaited(Event.wait, "event")


class Condition(_AsyncWith, _LoopBound):
    """Asynchronous equivalent to threading.Condition."""

    def __init__(self, lock=None):
        if lock is None:
            lock = Lock()
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = []

    def __repr__(self):
        return _show(self, "locked" if self.locked() else "unlocked", self._waiters)

    async def wait(self):
        """Wait until notified; the lock is released meanwhile."""
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self.release()
        try:
            waiter = self._get_loop().create_future()
            self._waiters.append(waiter)
            try:
                await waiter
                return True
            finally:
                self._waiters.remove(waiter)
        finally:
            # Whatever happened, the caller has the lock again.
            was_cancelled = False
            while True:
                try:
                    await self.acquire()
                    break
                except exceptions.CancelledError:
                    was_cancelled = True
            if was_cancelled:
                raise exceptions.CancelledError

    async def wait_for(self, predicate):
        """Wait until a predicate becomes true."""
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        """Wake up n tasks that wait on this condition, if so many do."""
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        woken = 0
        for waiter in self._waiters:
            if woken >= n:
                break
            if not waiter.done():
                woken += 1
                waiter.set_result(False)

    def notify_all(self):
        """Wake up all tasks that wait on this condition."""
        self.notify(len(self._waiters))


class Semaphore(_AsyncWith, _Semaphore):
    """A counter of permits that can never go below zero."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._value = value

    def __repr__(self):
        return _show(self, "locked" if self.locked() else f"unlocked, value:{self._value}", self._waiters)

    async def acquire(self):
        """Acquire a semaphore."""
        return await self._await_acquire()


_set_awaited(Semaphore.acquire, "semaphore")


class BoundedSemaphore(Semaphore):
    """A semaphore that complains when it is released too often."""

    def __init__(self, value=1):
        self._bound_value = value
        super().__init__(value)

    def release(self):
        """Release a semaphore, incrementing the internal counter by one."""
        if self._value >= self._bound_value:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class Barrier(_LoopBound):
    """Asynchronous equivalent to threading.Barrier."""

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = Condition()
        self._parties = parties
        self._state = "filling"      # then draining, resetting or broken
        self._count = 0

    def __repr__(self):
        shown = self._state
        if not self.broken:
            shown += f", waiters:{self.n_waiting}/{self.parties}"
        return f"<{object.__repr__(self)[1:-1]} [{shown}]>"

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        pass

    async def wait(self):
        """Wait for the barrier; return a number from 0 to parties-1 that no other task gets."""
        async with self._cond:
            # While the tasks before are still leaving, nobody may enter.
            await self._cond.wait_for(lambda: self._state not in ("draining", "resetting"))
            if self._state == "broken":
                raise exceptions.BrokenBarrierError("Barrier aborted")
            try:
                index = self._count
                self._count += 1
                if index + 1 == self._parties:
                    self._state = "draining"
                    self._cond.notify_all()
                else:
                    await self._cond.wait_for(lambda: self._state != "filling")
                    if self._state in ("broken", "resetting"):
                        raise exceptions.BrokenBarrierError("Abort or reset of barrier")
                return index
            finally:
                self._count -= 1
                if self._count == 0:
                    if self._state in ("resetting", "draining"):
                        self._state = "filling"
                    self._cond.notify_all()

    async def reset(self):
        """Reset the barrier to the initial state; tasks that wait get BrokenBarrierError."""
        async with self._cond:
            self._state = "resetting" if self._count > 0 else "filling"
            self._cond.notify_all()

    async def abort(self):
        """Place the barrier into a 'broken' state."""
        async with self._cond:
            self._state = "broken"
            self._cond.notify_all()

    @property
    def parties(self):
        """Return the number of tasks required to trip the barrier."""
        return self._parties

    @property
    def n_waiting(self):
        """Return the number of tasks currently waiting at the barrier."""
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        """Return True if the barrier is in a broken state."""
        return self._state == "broken"
