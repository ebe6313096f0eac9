import threading, functools, contextlib, time
def synchronized(lock):
    def deco(fn):
        @functools.wraps(fn)
        def inner(*a, **kw):
            with lock: return fn(*a, **kw)
        return inner
    return deco
L = threading.Lock(); count = 0
@synchronized(L)
def inc(by: int = 1) -> None:
    "adds"
    global count
    for _ in range(by): count += 1
ts = [threading.Thread(target=inc, kwargs={"by": 100}) for _ in range(5)]
[t.start() for t in ts]; [t.join() for t in ts]
print(count, inc.__name__, inc.__doc__, inc.__wrapped__.__annotations__)
@contextlib.contextmanager
def acquired(*locks):
    with contextlib.ExitStack() as st:
        for l in sorted(locks, key=id): st.enter_context(l)
        yield len(locks)
with acquired(threading.Lock(), L) as n: print(n, L.locked())
print(L.locked())
class Singleton(type):
    _i = {}; _l = threading.Lock()
    def __call__(cls, *a):
        with cls._l:
            if cls not in cls._i: cls._i[cls] = super().__call__(*a)
        return cls._i[cls]
class Conf(metaclass=Singleton):
    def __init__(self, v): self.v = v
rs = []
ts = [threading.Thread(target=lambda i=i: rs.append(Conf(i))) for i in range(4)]
[t.start() for t in ts]; [t.join() for t in ts]
print(len({id(r) for r in rs}), Conf(9) is rs[0])
@functools.lru_cache(maxsize=2)
def sq(x): return x * x
[sq(i) for i in (1, 2, 1, 3, 2)]; print(sq.cache_info())
@functools.cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info().currsize)
