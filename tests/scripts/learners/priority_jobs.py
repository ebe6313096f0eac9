import queue, threading, itertools
from dataclasses import dataclass, field
@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    tags: list = field(default_factory=list, compare=False, repr=False)
pq = queue.PriorityQueue()
for p, n in [(3, "low"), (1, "high"), (2, "mid"), (1, "high2")]:
    pq.put(Job(p, n))
while not pq.empty(): print(pq.get())
c = itertools.count()
for p, n in [(2, {"a": 1}), (1, {"b": 2}), (2, {"c": 3})]: pq.put((p, next(c), n))
print([pq.get() for _ in range(3)])
pq.put((1, {})); 
try: pq.put((1, {}))
except TypeError as e: print(e)
lq = queue.LifoQueue()
for i in range(3): lq.put(i)
print([lq.get() for _ in range(3)])
sq = queue.SimpleQueue(); sq.put(1); print(sq.get(), sq.empty(), sq.qsize())
try: sq.get(timeout=0.01)
except queue.Empty: print("empty")
try: sq.get(timeout=-1)
except ValueError as e: print(e)
try: pq.get(timeout=-1)
except ValueError as e: print(e)
