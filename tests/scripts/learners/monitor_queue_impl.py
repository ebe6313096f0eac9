import threading, collections
class MyQueue:
    class Closed(Exception): pass
    def __init__(self, maxsize=0):
        self.maxsize = maxsize; self.q = collections.deque()
        self.mutex = threading.Lock(); self.not_empty = threading.Condition(self.mutex); self.not_full = threading.Condition(self.mutex); self.closed = False
    def put(self, x):
        with self.not_full:
            while self.maxsize and len(self.q) >= self.maxsize and not self.closed: self.not_full.wait()
            if self.closed: raise self.Closed("put on closed queue")
            self.q.append(x); self.not_empty.notify()
    def get(self):
        with self.not_empty:
            while not self.q and not self.closed: self.not_empty.wait()
            if not self.q: raise self.Closed
            x = self.q.popleft(); self.not_full.notify(); return x
    def close(self):
        with self.mutex: self.closed = True; self.not_empty.notify_all(); self.not_full.notify_all()
    def __iter__(self):
        try:
            while True: yield self.get()
        except self.Closed: return
    def __len__(self):
        with self.mutex: return len(self.q)
q = MyQueue(2); got = []
t = threading.Thread(target=lambda: got.extend(q)); t.start()
for i in range(5): q.put(i)
q.close(); t.join(); print(got, len(q))
try: q.put(1)
except MyQueue.Closed as e: print(type(e).__qualname__, e)
try: q.get()
except MyQueue.Closed as e: print(repr(e))
