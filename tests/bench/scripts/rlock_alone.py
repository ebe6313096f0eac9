"""An uncontended RLock, taken once and twice."""

import threading

lock = threading.RLock()


def outer(times):
    total = 0
    for _ in range(times):
        with lock:
            with lock:
                total += 1
    return total


def calls(times):
    for _ in range(times):
        lock.acquire()
        lock.release()


calls(1000000)
print(outer(600000))
