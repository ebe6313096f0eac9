import threading
import time
from collections import deque, defaultdict
from functools import wraps


class TokenBucket:
    """Tokens come at a rate; a clock that the tests drive."""

    def __init__(self, rate, capacity, clock):
        self.rate, self.capacity, self.clock = rate, capacity, clock
        self.tokens = capacity
        self.stamp = clock()
        self.lock = threading.RLock()

    def _refill(self):
        now = self.clock()
        self.tokens = min(self.capacity, self.tokens + (now - self.stamp) * self.rate)
        self.stamp = now

    def take(self, n=1):
        with self.lock:
            self._refill()
            if self.tokens >= n:
                self.tokens -= n
                return True
            return False


class SlidingWindow:
    def __init__(self, limit, seconds, clock):
        self.limit, self.seconds, self.clock = limit, seconds, clock
        self.calls = defaultdict(deque)

    def __call__(self, key):
        now = self.clock()
        queue = self.calls[key]
        while queue and now - queue[0] >= self.seconds:
            queue.popleft()
        if len(queue) < self.limit:
            queue.append(now)
            return True
        return False


class FakeClock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now

    def advance(self, seconds):
        self.now += seconds
        return self


clock = FakeClock()
bucket = TokenBucket(rate=2, capacity=5, clock=clock)
print([bucket.take() for _ in range(7)])
clock.advance(1.25)
print([bucket.take() for _ in range(4)], bucket.tokens)
window = SlidingWindow(3, 10, clock)
log = []
for step in range(12):
    clock.advance(2.5)
    log.append((f"{clock.now:6.2f}", window("a"), window("b") if step % 2 else None))
for row in log:
    print(*row)


def limited(per_second):
    def decorate(function):
        calls = []

        @wraps(function)
        def wrapper(*args, **kwargs):
            """replaced"""
            wrapper.count += 1
            calls.append(time.monotonic())
            return function(*args, **kwargs)
        wrapper.count = 0
        wrapper.per_second = per_second
        return wrapper
    return decorate


@limited(per_second=10)
def fetch(url, *, retries: int = 3) -> str:
    """Fetches a page."""
    return f"<{url} x{retries}>"


print(fetch("a"), fetch("b", retries=1), fetch.count, fetch.__name__, fetch.__doc__, fetch.__wrapped__ is not fetch)
print(fetch.__annotations__, fetch.__kwdefaults__, fetch.__wrapped__.__kwdefaults__, fetch.__qualname__)
try:
    fetch("c", 4)
except TypeError as e:
    print(e)
