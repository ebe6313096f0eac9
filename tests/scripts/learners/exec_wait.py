from concurrent.futures import *
import threading, time
print(sorted(n for n in globals() if n[0].isupper()))
gate = threading.Event()
def slow(): gate.wait(); return "slow"
with ThreadPoolExecutor(2) as ex:
    s = ex.submit(slow); q = ex.submit(lambda: "quick")
    done, pending = wait([s, q], return_when=FIRST_COMPLETED)
    print({f.result() for f in done}, len(pending))
    d = wait([s], timeout=0.01); print(len(d.done), len(d.not_done), type(d).__name__)
    try: s.result(0.01)
    except TimeoutError as e: print("TimeoutError", e.args)
    try: list(as_completed([s], timeout=0.01))
    except TimeoutError as e: print(e)
    try: next(ex.map(lambda x: slow(), [1], timeout=0.01))
    except TimeoutError as e: print("map timeout")
    gate.set()
    print(s.result())
ex = ThreadPoolExecutor(1)
ev = threading.Event()
fs = [ex.submit(ev.wait)] + [ex.submit(int, i) for i in range(3)]
ex.shutdown(wait=False, cancel_futures=True); ev.set()
print([f.cancelled() for f in fs[1:]])
def init(x): threading.current_thread().tag = x
with ThreadPoolExecutor(1, "pre", init, ("T",)) as ex: print(ex.submit(lambda: (threading.current_thread().tag, threading.current_thread().name)).result())
def badinit(): raise ValueError("init")
import logging; logging.disable(logging.CRITICAL)
ex = ThreadPoolExecutor(1, initializer=badinit)
try: print(ex.submit(int).result())
except Exception as e: print(type(e).__name__, e)
try: ex.submit(int)
except Exception as e: print(type(e).__name__, e)
print(wait([]), list(as_completed([])))
