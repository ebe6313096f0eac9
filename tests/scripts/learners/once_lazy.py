import threading
class Lazy:
    def __init__(self, f): self.f, self.lock, self.done = f, threading.Lock(), False
    def __get__(self, o, t):
        if not self.done:
            with self.lock:
                if not self.done: self.value = self.f(); self.done = True
        return self.value
calls = []
class A: x = Lazy(lambda: calls.append(1) or 42)
rs = []
ts = [threading.Thread(target=lambda: rs.append(A.x)) for _ in range(5)]
for t in ts: t.start()
for t in ts: t.join()
print(rs, calls)
class CountDownLatch:
    def __init__(self, n): self.n, self.c = n, threading.Condition()
    def count_down(self):
        with self.c:
            self.n -= 1
            if self.n <= 0: self.c.notify_all()
    def wait(self, timeout=None):
        with self.c: return self.c.wait_for(lambda: self.n <= 0, timeout)
l = CountDownLatch(3)
print(l.wait(0.01))
for _ in range(3): threading.Thread(target=l.count_down).start()
print(l.wait(), l.n)
