from concurrent.futures import ThreadPoolExecutor, as_completed, wait, FIRST_EXCEPTION, ALL_COMPLETED, CancelledError
import threading, traceback
def work(n):
    if n == 3:
        raise ValueError(f"bad {n}")
    return n * n
with ThreadPoolExecutor(max_workers=2, thread_name_prefix="w") as ex:
    fs = {ex.submit(work, i): i for i in range(5)}
    for f in sorted(as_completed(fs), key=fs.get):
        e = f.exception()
        print(fs[f], f.result() if e is None else repr(e), f.done(), f.cancelled(), f.running())
    done, not_done = wait(fs, return_when=ALL_COMPLETED)
    print(len(done), len(not_done), type(done))
    try:
        print(list(ex.map(work, range(5))))
    except ValueError as e:
        print("map", e)
    gen = ex.map(work, [1, 2, 3, 4])
    print(next(gen), next(gen))
    try: next(gen)
    except ValueError as e: print(e)
    try: next(gen)
    except StopIteration: print("stop")
try:
    ex.submit(work, 1)
except RuntimeError as e:
    print(e)
f = None
with ThreadPoolExecutor(1) as ex:
    ev = threading.Event()
    blocker = ex.submit(ev.wait)
    f = ex.submit(work, 1)
    print(f.cancel(), f.cancelled(), f)if False else print(f.cancel(), f.cancelled())
    ev.set()
try: f.result()
except CancelledError as e: print("cancelled", repr(e))
print(blocker.result())
def cb(f): print("cb", f.result()); raise RuntimeError("in callback")
with ThreadPoolExecutor(1) as ex:
    g = ex.submit(work, 4)
    g.result()
g.add_done_callback(lambda f: print("late", f.result()))
try: ThreadPoolExecutor(0)
except ValueError as e: print(e)
try: ThreadPoolExecutor(max_workers=1, initializer=3)
except TypeError as e: print(e)
