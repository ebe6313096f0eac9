"""An uncontended Lock."""

import threading

lock = threading.Lock()


def with_statement(times):
    total = 0
    for _ in range(times):
        with lock:
            total += 1
    return total


def calls(times):
    for _ in range(times):
        lock.acquire()
        lock.release()
    taken = 0
    for _ in range(times):
        if lock.acquire(blocking=False):
            taken += 1
            lock.release()
    return taken


print(with_statement(1200000), calls(700000))
