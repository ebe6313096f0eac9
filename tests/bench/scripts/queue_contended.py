"""Two producers and two consumers with one bounded Queue."""

import queue
import threading

box = queue.Queue(maxsize=10)
totals = []


def produce(times):
    for i in range(times):
        box.put(i)


def consume(times):
    total = 0
    for _ in range(times):
        total += box.get()
        box.task_done()
    totals.append(total)


threads = [threading.Thread(target=role, args=(30000,)) for role in (produce, consume) * 2]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
box.join()
print(sum(totals))
