import threading
class RWLock:
    def __init__(self):
        self._cond = threading.Condition(threading.Lock()); self._readers = 0
    class _R:
        def __init__(self, o): self.o = o
        def __enter__(self):
            with self.o._cond: self.o._readers += 1
        def __exit__(self, *exc):
            with self.o._cond:
                self.o._readers -= 1
                if not self.o._readers: self.o._cond.notify_all()
    def reading(self): return self._R(self)
    def __enter__(self):
        self._cond.acquire()
        while self._readers: self._cond.wait()
    def __exit__(self, *a): self._cond.release()
rw = RWLock(); shared = {"v": 0}
def w():
    for _ in range(50):
        with rw: shared["v"] += 1
def r(out):
    for _ in range(20):
        with rw.reading(): out.append(shared["v"])
outs = [[] for _ in range(3)]
ts = [threading.Thread(target=w) for _ in range(2)] + [threading.Thread(target=r, args=(o,)) for o in outs]
for t in ts: t.start()
for t in ts: t.join()
print(shared, [len(o) for o in outs], all(o == sorted(o) for o in outs))
