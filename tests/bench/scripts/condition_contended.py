"""A bounded buffer of two Conditions over one Lock, two producers and two consumers."""

import threading
from collections import deque

lock = threading.Lock()
not_full = threading.Condition(lock)
not_empty = threading.Condition(lock)
buffer = deque()
taken = []


def produce(times):
    for i in range(times):
        with not_full:
            while len(buffer) >= 10:
                not_full.wait()
            buffer.append(i)
            not_empty.notify()


def consume(times):
    total = 0
    for _ in range(times):
        with not_empty:
            while not buffer:
                not_empty.wait()
            total += buffer.popleft()
            not_full.notify()
    taken.append(total)


threads = [threading.Thread(target=role, args=(40000,)) for role in (produce, consume) * 2]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sum(taken))
