import sched, time, heapq, threading, itertools
class Clock:
    def __init__(self): self.t = 0
    def time(self): return self.t
    def sleep(self, d): self.t += d
c = Clock(); s = sched.scheduler(c.time, c.sleep); out = []
s.enter(5, 1, out.append, ("e5",)); s.enter(1, 2, out.append, ("b",)); s.enter(1, 1, out.append, ("a",)); e = s.enterabs(3, 1, print, kwargs={"sep": ""})
s.cancel(e); print(len(s.queue), s.empty()); s.run(); print(out, c.t)
class TaskQueue:
    def __init__(self): self.h, self.n, self.cv = [], itertools.count(), threading.Condition()
    def add(self, pr, fn, *a):
        with self.cv: heapq.heappush(self.h, (pr, next(self.n), fn, a)); self.cv.notify()
    def worker(self, res):
        while True:
            with self.cv:
                while not self.h: self.cv.wait()
                _, _, fn, a = heapq.heappop(self.h)
            if fn is None: return
            res.append(fn(*a))
tq, res = TaskQueue(), []
tq.add(9, None); tq.add(2, pow, 2, 3); tq.add(1, str.upper, "x"); tq.add(2, len, [1, 2])
t = threading.Thread(target=tq.worker, args=(res,)); t.start(); t.join(); print(res)
t0 = time.perf_counter(); time.sleep(0.01); print(time.perf_counter() - t0 >= 0.01, time.monotonic() >= 0, time.strftime("%Y-%m-%d", time.gmtime(0)), time.time_ns() > 0)
t1 = time.thread_time(); print(isinstance(t1, float), time.process_time() >= 0)
