import threading, queue, time, sys
class Worker(threading.Thread):
    instances = 0
    def __init__(self, q, results, **kw):
        super().__init__(daemon=True, **kw)
        self.q, self.results = q, results
        Worker.instances += 1
    def run(self):
        while True:
            fn, args, kwargs = self.q.get()
            try: self.results.append((self.name, fn(*args, **kwargs)))
            except Exception as e: self.results.append((self.name, type(e).__name__, str(e)))
            finally: self.q.task_done()
class Pool:
    def __init__(self, n):
        self.q, self.results = queue.Queue(), []
        self.ws = [Worker(self.q, self.results, name=f"W{i}") for i in range(n)]
        for w in self.ws: w.start()
    def __call__(self, fn, *a, **k): self.q.put((fn, a, k))
    def join(self): self.q.join(); return sorted(self.results, key=str)
p = Pool(1)
p(pow, 2, 10); p(int, "ff", base=16); p(int, "zz"); p(divmod, 1, 0); p(sorted, [3, 1], reverse=True)
for r in p.join(): print(*r)
print(Worker.instances, all(w.is_alive() for w in p.ws), threading.active_count())
sys.stdout.write("bye\n")
