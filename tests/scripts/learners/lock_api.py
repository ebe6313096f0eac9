import threading
l = threading.Lock()
print(l.acquire(), l.locked(), l.acquire(False), l.acquire(timeout=0.01), l.release(), l.locked())
for f in (l.release, lambda: l.acquire(False, 1), lambda: l.acquire(timeout=-2), lambda: l.acquire(timeout=1e20)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
r = threading.RLock()
print(r.acquire(), r.acquire(), r.release(), r.release())
try: r.release()
except RuntimeError as e: print(e)
with l:
    print(l.locked(), repr(l).split(" object")[0])
print(repr(l).split(" object")[0], repr(r)[:20])
def other():
    try: r.release()
    except RuntimeError as e: print(e)
r.acquire(); t = threading.Thread(target=other); t.start(); t.join()
try:
    with l: raise KeyError("x")
except KeyError as e: print(e, l.locked())
print(type(l), type(r))
try:
    with threading.Lock: pass
except TypeError as e: print(e)
try:
    with 5: pass
except TypeError as e: print(e)
