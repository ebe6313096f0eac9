# lockstep: mask 0x[0-9a-f]+
import threading,time,collections
class RateLimiter:
    def __init__(self, rate, per):
        self.rate=rate; self.per=per; self.tokens=rate; self.last=time.monotonic(); self._l=threading.Lock()
    def allow(self):
        with self._l:
            now=time.monotonic()
            self.tokens=min(self.rate,self.tokens+(now-self.last)*self.rate/self.per); self.last=now
            if self.tokens>=1:
                self.tokens-=1; return True
            return False
    def __call__(self, fn):
        import functools
        @functools.wraps(fn)
        def w(*a,**k):
            while not self.allow(): time.sleep(0.001)
            return fn(*a,**k)
        return w
@RateLimiter(5,0.05)
def ping(n):
    "ping it"
    return n*n
print([ping(i) for i in range(12)], ping.__name__, ping.__doc__, ping.__wrapped__.__name__)
class RW:
    def __init__(self):
        self._c=threading.Condition(); self._readers=0; self._writer=False
    from contextlib import contextmanager
    @contextmanager
    def read(self):
        with self._c:
            self._c.wait_for(lambda: not self._writer); self._readers+=1
        try: yield self._readers
        finally:
            with self._c:
                self._readers-=1
                if not self._readers: self._c.notify_all()
    @contextmanager
    def write(self):
        with self._c:
            self._c.wait_for(lambda: not self._writer and self._readers==0); self._writer=True
        try: yield
        finally:
            with self._c: self._writer=False; self._c.notify_all()
rw=RW(); data={}
def w(i):
    for j in range(20):
        with rw.write(): data[i]=data.get(i,0)+1
def r(out):
    for j in range(20):
        with rw.read(): out.append(sum(data.values()))
outs=[[] for _ in range(3)]
ts=[threading.Thread(target=w,args=(i,)) for i in range(3)]+[threading.Thread(target=r,args=(o,)) for o in outs]
[t.start() for t in ts]; [t.join() for t in ts]
print(data, all(o==sorted(o) for o in outs))
b=threading.Barrier(3, action=lambda: print("phase done"), timeout=5)
log=collections.Counter()
def ph(i):
    for p in range(3):
        log[p]+=1
        n=b.wait()
        assert 0<=n<3
ts=[threading.Thread(target=ph,args=(i,)) for i in range(3)]
[t.start() for t in ts]; [t.join() for t in ts]
print(log,b.broken,b.n_waiting,b.parties,b)
b2=threading.Barrier(2)
try: b2.wait(0.01)
except threading.BrokenBarrierError as e: print(repr(e), b2.broken)
b2.reset(); print(b2.broken)
try: threading.Barrier(0)
except Exception as e: print(repr(e))
class Rep(threading.Timer):
    def run(self):
        while not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)
n=[]
t=Rep(0.005,n.append,[1]); t.start(); time.sleep(0.1); t.cancel(); t.join(); print(len(n)>2, t.name.startswith("Thread-"), t.is_alive())
sem=threading.BoundedSemaphore(2)
print(sem.acquire(), sem.acquire(blocking=False), sem.acquire(timeout=0.01))
sem.release(2) if True else 0
try: sem.release()
except ValueError as e: print(e)
print(sem, threading.Semaphore(3), threading.Event(), threading.Lock(), threading.RLock(), threading.Condition())
