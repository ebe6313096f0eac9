# lockstep: mask 0x[0-9a-f]+
import threading, time, queue, sys, random, functools, itertools, logging, os, math
from concurrent.futures import *
# dining philosophers with ordered forks
forks = [threading.Lock() for _ in range(5)]
meals = [0] * 5
def dine(i):
    a, b = sorted((i, (i + 1) % 5))
    for _ in range(20):
        with forks[a]:
            with forks[b]:
                meals[i] += 1
ph = [threading.Thread(target=dine, args=(i,), name=f"P{i}") for i in range(5)]
[p.start() for p in ph]; [p.join(timeout=5) for p in ph]; print(meals, [p.is_alive() for p in ph])
# barrier phases
b = threading.Barrier(3, action=lambda: order.append("--"), timeout=5); order = []; ol = threading.Lock()
def phase(n):
    for k in range(2):
        with ol: order.append(k)
        b.wait()
ts = [threading.Thread(target=phase, args=(n,)) for n in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(order, b.parties, b.n_waiting, b.broken)
# Timer
hits = []; t = threading.Timer(0.01, hits.append, args=("t",)); t.start(); t.join(); c = threading.Timer(60, print); c.start(); c.cancel(); c.join(); print(hits, t.finished.is_set(), c.is_alive(), t.interval, isinstance(t, threading.Thread))
# priority queue & sentinels
pq = queue.PriorityQueue()
for p, n in [(3, "c"), (1, "a"), (2, "b")]: pq.put((p, n))
print([pq.get() for _ in range(3)], pq.empty(), pq.qsize())
lq = queue.LifoQueue(2); lq.put(1); lq.put(2)
try: lq.put(3, block=False)
except queue.Full as e: print("Full", repr(e), lq.full(), lq.maxsize)
try: queue.Queue().get(timeout=0.01)
except queue.Empty as e: print("Empty", repr(e))
# executor details
with ThreadPoolExecutor(2, "w") as ex:
    fs = [ex.submit(lambda x: x * x, i) for i in range(5)]
    print([f.result() for f in fs], fs[0].done(), fs[0].running(), fs[0].cancelled(), fs[0].cancel(), fs[0].exception())
    f = ex.submit(int, "x")
    print(repr(f.exception()), f.exception().args)
    f.add_done_callback(lambda f: print("cb", f.done()))
    print(list(ex.map(lambda a, b: a + b, [1, 2], [3, 4], timeout=5, chunksize=1)))
    done, pending = wait(fs, return_when=FIRST_COMPLETED); print(len(done) + len(pending))
    done, pending = wait(fs, timeout=1, return_when=ALL_COMPLETED); print(len(done), len(pending), type(done))
try: ex.submit(print)
except RuntimeError as e: print(e)
m = ex._max_workers; print(m, ex)if False else print(m)
def bad(x):
    if x == 2: raise ValueError("two")
    return x
with ThreadPoolExecutor() as ex:
    it = ex.map(bad, range(4))
    got = []
    try:
        for r in it: got.append(r)
    except ValueError as e: print(got, e)
ex = ThreadPoolExecutor(1); ev = threading.Event(); f1 = ex.submit(ev.wait); f2 = ex.submit(print, "never"); print(f2.cancel(), f2.cancelled(), f2); 
try: f2.result()
except CancelledError as e: print("cancelled", repr(e))
try: f1.result(timeout=0.01)
except TimeoutError as e: print("timeout", repr(e))
ev.set(); ex.shutdown(wait=True, cancel_futures=True); print(f1.result())
# thread subclass and excepthook
class W(threading.Thread):
    def __init__(self, n): super().__init__(name=f"W-{n}", daemon=False); self.n = n; self.result = None
    def run(self): self.result = sum(range(self.n))
ws = [W(i) for i in range(3)]; [w.start() for w in ws]; [w.join() for w in ws]; print([w.result for w in ws], ws[0].name, ws[0].daemon, ws[0])if False else print([w.result for w in ws], ws[0].name, ws[0].daemon)
def hook(args): print("hook", args.exc_type.__name__, args.exc_value, args.thread.name)
threading.excepthook = hook; t = threading.Thread(target=lambda: 1 / 0, name="bad"); t.start(); t.join(); threading.excepthook = threading.__excepthook__
loc = threading.local(); loc.x = 1
def see(): 
    try: print(loc.x)
    except AttributeError as e: print(e)
    loc.x = 2; print(loc.x, loc.__dict__)
t = threading.Thread(target=see); t.start(); t.join(); print(loc.x)
s = threading.Semaphore(2); print(s.acquire(), s.acquire(blocking=False), s.acquire(blocking=False), s.release(), s._value, s)if False else print(s.acquire(), s.acquire(blocking=False), s.acquire(blocking=False), s.release(), s._value)
l = threading.Lock(); print(l.locked(), l.acquire(), l.acquire(False), l.acquire(timeout=0.01), l.release(), l.locked()); r = threading.RLock(); print(r.acquire(), r.acquire(), r._is_owned(), r.release(), r.release())
e = threading.Event(); print(e.is_set(), e.wait(0.01), e.set(), e.wait(), e.clear(), e.is_set())
cv = threading.Condition(); ready = []
def consumer():
    with cv:
        ok = cv.wait_for(lambda: ready, timeout=5); print("consumed", ok, ready)
t = threading.Thread(target=consumer); t.start()
with cv: ready.append(1); cv.notify()
t.join(); print(threading.active_count(), threading.current_thread().name, threading.main_thread() is threading.current_thread(), [x.name for x in threading.enumerate()], threading.current_thread().ident == threading.get_ident())
print(os.getcwd() != "", os.path.join("a", "b"), os.cpu_count() > 0, os.environ.get("NOPE"), os.sep, os.linesep == "\n", os.getpid() > 0, os.path.exists("/definitely/not"), os.path.splitext("a.tar.gz"), os.name)
random.seed(1); print(random.random(), random.randint(1, 6), random.choice("abc"), random.sample(range(10), 3), random.shuffle([1]), random.uniform(1, 2), random.gauss(0, 1), random.choices("ab", k=3), random.randrange(0, 10, 2))
start = time.perf_counter(); time.sleep(0.01); print(time.perf_counter() - start >= 0.01, time.strftime("%Y", time.gmtime(0)), time.monotonic() > 0, type(time.time_ns()), time.localtime(0).tm_year in (1969, 1970))
