import threading, time, queue, random, collections
# dining, sleeping barber, cigarette smokers, bounded buffer by conditions, future chain, map-reduce, cache with per key locks, ticket lock, semaphores turnstile
class BoundedBuffer:
    def __init__(self, n):
        self.buf = collections.deque(); self.n = n
        self.lock = threading.Lock(); self.not_full = threading.Condition(self.lock); self.not_empty = threading.Condition(self.lock)
    def put(self, x):
        with self.not_full:
            while len(self.buf) >= self.n: self.not_full.wait()
            self.buf.append(x); self.not_empty.notify()
    def get(self):
        with self.not_empty:
            self.not_empty.wait_for(lambda: self.buf)
            x = self.buf.popleft(); self.not_full.notify(); return x
b = BoundedBuffer(2); got = []
def prod(k):
    for i in range(20): b.put((k, i))
def cons():
    for _ in range(20): got.append(b.get())
ts = [threading.Thread(target=prod, args=(k,)) for k in "ab"] + [threading.Thread(target=cons) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
print(len(got), len(set(got)))
class Turnstile:
    def __init__(self, n): self.n = n; self.count = 0; self.mutex = threading.Semaphore(1); self.gate = threading.Semaphore(0)
    def wait(self):
        with self.mutex:
            self.count += 1
            if self.count == self.n: self.gate.release(self.n)
        self.gate.acquire()
tn = Turnstile(4); passed = []
def w(i): tn.wait(); passed.append(i)
ts = [threading.Thread(target=w, args=(i,)) for i in range(4)]; [t.start() for t in ts]; [t.join() for t in ts]; print(sorted(passed), tn.gate._value)
def mapper(chunk, out): 
    c = collections.Counter(chunk.split()); out.put(c)
text = ["a b a", "b c", "a c c"]; out = queue.Queue(); ts = [threading.Thread(target=mapper, args=(c, out)) for c in text]; [t.start() for t in ts]; [t.join() for t in ts]
total = collections.Counter()
while not out.empty(): total += out.get()
print(sorted(total.items()))
class KeyedCache:
    def __init__(self): self.locks = collections.defaultdict(threading.Lock); self.data = {}; self.guard = threading.Lock(); self.calls = 0
    def get(self, k, make):
        with self.guard: lock = self.locks[k]
        with lock:
            if k not in self.data: self.calls += 1; self.data[k] = make(k)
            return self.data[k]
kc = KeyedCache(); res = []
ts = [threading.Thread(target=lambda k=k: res.append(kc.get(k, lambda k: k * 2))) for k in [1, 2, 1, 2, 3]]; [t.start() for t in ts]; [t.join() for t in ts]; print(sorted(res), kc.calls)
class CountDownLatch:
    def __init__(self, n): self.n = n; self.c = threading.Condition()
    def count_down(self):
        with self.c:
            self.n -= 1
            if self.n <= 0: self.c.notify_all()
    def wait(self, timeout=None):
        with self.c: return self.c.wait_for(lambda: self.n <= 0, timeout)
la = CountDownLatch(3); print(la.wait(0.01)); [threading.Thread(target=la.count_down).start() for _ in range(3)]; print(la.wait(2))
class Actor(threading.Thread):
    def __init__(self): super().__init__(daemon=True); self.inbox = queue.Queue(); self.state = 0; self.start()
    def run(self):
        while True:
            msg, reply = self.inbox.get()
            if msg == "stop": reply.put(self.state); break
            self.state += msg; self.inbox.task_done()
    def tell(self, n): self.inbox.put((n, None))
    def ask(self): r = queue.Queue(1); self.inbox.put(("stop", r)); return r.get()
a = Actor(); [a.tell(i) for i in range(10)]; print(a.ask()); a.join()
class Barber:
    def __init__(self, seats): self.customers = threading.Semaphore(0); self.barber = threading.Semaphore(0); self.m = threading.Lock(); self.waiting = 0; self.seats = seats; self.cut = 0; self.left = 0
    def customer(self):
        with self.m:
            if self.waiting == self.seats: self.left += 1; return
            self.waiting += 1
        self.customers.release(); self.barber.acquire()
    def work(self, n):
        for _ in range(n):
            self.customers.acquire()
            with self.m: self.waiting -= 1; self.cut += 1
            self.barber.release()
bb = Barber(10); wt = threading.Thread(target=bb.work, args=(5,)); cs = [threading.Thread(target=bb.customer) for _ in range(5)]
wt.start(); [c.start() for c in cs]; [c.join() for c in cs]; wt.join(); print(bb.cut, bb.left, bb.waiting)
results = {}
def compute(name, deps, fn):
    for d in deps: events[d].wait()
    results[name] = fn(*[results[d] for d in deps]); events[name].set()
events = {n: threading.Event() for n in "abcd"}
jobs = [("d", "bc", lambda b, c: b + c), ("b", "a", lambda a: a * 2), ("c", "a", lambda a: a + 5), ("a", "", lambda: 10)]
ts = [threading.Thread(target=compute, args=j) for j in jobs]; [t.start() for t in ts]; [t.join(timeout=5) for t in ts]; print(dict(sorted(results.items())))
class Watchdog:
    def __init__(self, t, f): self.t = t; self.f = f; self.timer = None
    def kick(self):
        if self.timer: self.timer.cancel()
        self.timer = threading.Timer(self.t, self.f); self.timer.start()
    def stop(self): self.timer.cancel(); self.timer.join()
barks = []; wd = Watchdog(5, lambda: barks.append(1)); wd.kick(); wd.kick(); wd.stop(); print(barks, wd.timer.is_alive())
pq = queue.PriorityQueue(); [pq.put((p, n)) for p, n in [(2, "mid"), (1, "high"), (3, "low"), (1, "high2")]]; print([pq.get() for _ in range(4)])
lq = queue.LifoQueue(); [lq.put(i) for i in range(3)]; print([lq.get() for _ in range(3)])
sq = queue.SimpleQueue(); sq.put("s"); print(sq.get(), sq.empty(), sq.qsize())
q = queue.Queue()
def worker():
    while True:
        item = q.get()
        if item is None: break
        done.append(item * item); q.task_done()
done = []; th = threading.Thread(target=worker); th.start()
for i in range(5): q.put(i)
q.join(); q.put(None); th.join(); print(done, q.unfinished_tasks)
