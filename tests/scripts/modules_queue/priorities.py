# lockstep: seed 20
import queue
import random
import threading
from dataclasses import dataclass, field


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)


q = queue.PriorityQueue()
for priority, name in ((3, "c"), (1, "a"), (2, "b"), (1, "a2")):
    q.put(Job(priority, name))
print(sorted([q.get() for _ in range(4)]) and q.empty())
random.seed(5)
numbers = [random.randint(0, 50) for _ in range(60)]
for n in numbers:
    q.put(n)
print([q.get() for _ in range(60)] == sorted(numbers), q.qsize())
for n in numbers:
    q.put((n % 5, str(n)))
print(q.queue[0], len(q.queue))
print([q.get() for _ in range(60)] == sorted((n % 5, str(n)) for n in numbers))
for text in ("pear", "apple", "fig"):
    q.put(text)
print(q.queue, q.get())
try:
    q.put(5)
except TypeError as error:
    print(error)


class Shout:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n > other.n


loud = queue.PriorityQueue(maxsize=5)
for n in (2, 9, 4):
    loud.put(Shout(n))
print([loud.get().n for _ in range(3)])
done = []
work = queue.PriorityQueue()


def worker():
    while True:
        priority, name = work.get()
        if name is None:
            break
        done.append(name)
        work.task_done()


for item in ((5, "low"), (1, "high"), (3, "middle"), (9, None)):
    work.put(item)
t = threading.Thread(target=worker)
t.start()
t.join()
print(done, work.unfinished_tasks)
