import threading
class Counter:
    def __init__(self): self.value = 0; self._lock = threading.Lock()
    def increment(self):
        with self._lock: self.value += 1
    def __enter__(self): self._lock.acquire(); return self
    def __exit__(self, exc_type, exc, tb):
        self._lock.release()
        return exc_type is ValueError
def worker(c, n):
    for _ in range(n): c.increment()
c = Counter()
ts = [threading.Thread(target=worker, args=(c, 1000)) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print("Final:", c.value, "Expected:", 4 * 1000)
with c as x:
    print(x is c); raise ValueError
print("released:", not c._lock.locked())
try:
    with c: raise KeyError("z")
except KeyError as e: print("KeyError", e)
total = 0
def unsafe():
    global total
    for _ in range(100): total += 1
ts = [threading.Thread(target=unsafe) for _ in range(3)]
[t.start() for t in ts]
[t.join() for t in ts]
print(total)
