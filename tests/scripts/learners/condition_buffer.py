from threading import Thread, Condition
from collections import deque
class BoundedBuffer:
    def __init__(self, size):
        self.size, self.items, self.cond = size, deque(), Condition()
        self.log = []
    def put(self, x):
        with self.cond:
            self.cond.wait_for(lambda: len(self.items) < self.size)
            self.items.append(x)
            self.cond.notify_all()
    def get(self):
        with self.cond:
            while not self.items:
                self.cond.wait()
            x = self.items.popleft()
            self.cond.notify_all()
            return x
b = BoundedBuffer(2)
got = []
c = Thread(target=lambda: got.extend(b.get() for _ in range(6)))
c.start()
for i in range(6): b.put(i)
c.join()
print(got)
cond = Condition()
for f in (cond.notify, cond.notify_all, cond.wait, cond.release):
    try: f()
    except RuntimeError as e: print(f.__name__, e)
with cond:
    print(cond.wait(0.001), cond.wait_for(lambda: False, 0.001), cond.wait_for(lambda: 5))
