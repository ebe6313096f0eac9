import contextlib, threading, time
@contextlib.contextmanager
def timed(label, log):
    t = time.perf_counter(); log.append(f"start {label}")
    try: yield t
    except BaseException as e: log.append(f"error {label}: {e!r}"); raise
    else: log.append(f"ok {label}")
    finally: log.append(f"end {label}")
log = []
with timed("a", log), timed("b", log) as b: pass
try:
    with timed("c", log): raise ValueError(1)
except ValueError: pass
print(*log, sep="\n")
class Tx:
    def __init__(self): self.ops = []
    def __enter__(self): self.ops.append("begin"); return self
    def __exit__(self, et, e, tb): self.ops.append("rollback" if et else "commit"); return et is KeyError
t = Tx()
with t: t.ops.append("op")
with t: raise KeyError
print(t.ops)
@contextlib.contextmanager
def broken(): 
    if False: yield
try:
    with broken(): pass
except RuntimeError as e: print(e)
@contextlib.contextmanager
def twice(): yield 1; yield 2
try:
    with twice(): pass
except RuntimeError as e: print(e)
class D(contextlib.ContextDecorator):
    def __enter__(self): print("in"); return self
    def __exit__(self, *a): print("out"); return False
@D()
def f(): print("body")
f(); f()
with contextlib.closing(type("C", (), {"close": lambda s: print("closed")})()) as c: print("using")
with contextlib.nullcontext(5) as n: print(n)
with (threading.Lock() as l1, threading.Lock() as l2): print(l1, l2)
try:
    with contextlib.suppress(ValueError): raise TypeError("x")
except TypeError as e: print(e)
try:
    with object(): pass
except TypeError as e: print(e)
es = contextlib.ExitStack()
with es as s: s.enter_context(D()); s.callback(print, "cb"); pop = s.pop_all()
print("popped"); pop.close()
