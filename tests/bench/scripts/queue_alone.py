"""Queues used by one thread."""

import queue


def work(box, times):
    total = 0
    for i in range(times):
        box.put(i)
        box.put(i + 1)
        total += box.get()
        total += box.get_nowait()
        box.task_done()
        box.task_done()
    return total


print(work(queue.Queue(), 50000), work(queue.LifoQueue(), 50000))
print(work(queue.PriorityQueue(), 30000))
simple = queue.SimpleQueue()
total = 0
for i in range(400000):
    simple.put(i)
    total += simple.get()
print(total)
