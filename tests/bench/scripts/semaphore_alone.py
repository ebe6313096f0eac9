"""An uncontended Semaphore and BoundedSemaphore."""

import threading


def work(semaphore, times):
    total = 0
    for _ in range(times):
        with semaphore:
            total += 1
        semaphore.acquire()
        semaphore.release()
    return total


print(work(threading.Semaphore(2), 120000), work(threading.BoundedSemaphore(2), 120000))
