# thread pool from scratch
import threading, queue, functools, time
class Future:
    def __init__(self): self._e=threading.Event(); self._r=None; self._x=None; self._cb=[]
    def set_result(self,r): self._r=r; self._e.set(); [c(self) for c in self._cb]
    def set_exception(self,x): self._x=x; self._e.set()
    def result(self,timeout=None):
        if not self._e.wait(timeout): raise TimeoutError("not ready")
        if self._x: raise self._x
        return self._r
class Pool:
    def __init__(self,n):
        self.q=queue.Queue(); self.ts=[]
        for i in range(n):
            t=threading.Thread(target=self._run,name=f"worker-{i}",daemon=True); t.start(); self.ts.append(t)
    def _run(self):
        for fut,fn,a,k in iter(self.q.get,None):
            try: fut.set_result(fn(*a,**k))
            except Exception as e: fut.set_exception(e)
            finally: self.q.task_done()
    def submit(self,fn,*a,**k):
        f=Future(); self.q.put((f,fn,a,k)); return f
    def __enter__(self): return self
    def __exit__(self,*exc):
        for _ in self.ts: self.q.put(None)
        for t in self.ts: t.join()
        return False
with Pool(3) as p:
    fs=[p.submit(pow,i,2) for i in range(10)]
    print([f.result() for f in fs])
    bad=p.submit(int,"x")
    try: bad.result()
    except ValueError as e: print("failed:",e)
    try: p.submit(time.sleep,0.05).result(0.001)
    except TimeoutError as e: print(e)
print(threading.active_count(), threading.main_thread().name, threading.current_thread() is threading.main_thread())
# pipeline
def stage(inq,outq,fn):
    while True:
        x=inq.get()
        if x is None:
            outq.put(None); return
        outq.put(fn(x))
a,b,c=queue.Queue(),queue.Queue(),queue.Queue()
ts=[threading.Thread(target=stage,args=args) for args in ((a,b,lambda x:x+1),(b,c,lambda x:x*10))]
for t in ts: t.start()
for i in range(5): a.put(i)
a.put(None)
print(list(iter(c.get,None)))
for t in ts: t.join()
class StoppableThread(threading.Thread):
    def __init__(self,*args,**kwargs):
        super().__init__(*args,**kwargs); self._stop_event=threading.Event(); self.count=0
    def stop(self): self._stop_event.set()
    def stopped(self): return self._stop_event.is_set()
    def run(self):
        while not self.stopped(): self.count+=1; time.sleep(0.001)
s=StoppableThread(name="stopper"); s.start(); time.sleep(0.02); s.stop(); s.join(); print(s.count>0,s.name,s.is_alive(),s.daemon)
def synchronized(fn):
    lock=threading.RLock()
    @functools.wraps(fn)
    def wrapper(*a,**k):
        with lock: return fn(*a,**k)
    return wrapper
class Singleton:
    _inst=None; _lock=threading.Lock()
    def __new__(cls,*a,**k):
        if cls._inst is None:
            with cls._lock:
                if cls._inst is None: cls._inst=super().__new__(cls)
        return cls._inst
objs=set()
@synchronized
def mk(): objs.add(id(Singleton()))
ts=[threading.Thread(target=mk) for _ in range(10)]; [t.start() for t in ts]; [t.join() for t in ts]; print(len(objs), mk.__name__)
class Once:
    def __init__(s): s.done=False; s.l=threading.Lock()
    def __call__(s,f):
        with s.l:
            if not s.done: f(); s.done=True
o=Once(); ts=[threading.Thread(target=o,args=(lambda: print("once"),)) for _ in range(3)]; [t.start() for t in ts]; [t.join() for t in ts]
e=threading.Event(); print(e.wait(0.01), e.is_set()); t=threading.Timer(0.01,e.set); t.start(); print(e.wait(2)); t.join(); print(t.finished.is_set(), t.interval)
c=threading.Condition(); items=[]
def cons():
    with c:
        while not items: c.wait()
        print("got",items.pop())
t=threading.Thread(target=cons); t.start()
with c: items.append(7); c.notify()
t.join()
l=threading.Lock(); print(l.acquire(),l.locked(),l.acquire(blocking=False),l.acquire(timeout=0.01)); l.release(); print(l.locked())
r=threading.RLock(); r.acquire(); r.acquire(); r.release(); r.release()
try: r.release()
except RuntimeError as x: print(x)
try: threading.Thread(target=print,args=(1,)).join()
except RuntimeError as x: print(x)
t=threading.Thread(target=lambda: None); t.start(); t.join()
try: t.start()
except RuntimeError as x: print(x)
try: t.daemon=True
except RuntimeError as x: print(x)
q=queue.Queue(maxsize=1); q.put(1)
try: q.put(2,timeout=0.01)
except queue.Full: print("full",q.full(),q.qsize(),q.empty(), q.maxsize)
print(q.get_nowait(), q.unfinished_tasks)
d=threading.local()
def f(n): d.x=n; time.sleep(0.001); res.append(d.x==n)
res=[]; ts=[threading.Thread(target=f,args=(i,)) for i in range(5)]; [t.start() for t in ts]; [t.join() for t in ts]; print(all(res), hasattr(d,"x"))
print(threading.get_native_id()>0, threading.stack_size(), threading.TIMEOUT_MAX>1e6)
print(threading.Thread(name="x",daemon=True), threading.Thread(target=f))
