import threading
N = 3
log = []
b = threading.Barrier(N, action=lambda: log.append("---"))
def phase(i):
    for p in range(3):
        with lock: log.append(f"p{p}")
        b.wait()
lock = threading.Lock()
ts = [threading.Thread(target=phase, args=(i,)) for i in range(N)]
[t.start() for t in ts]; [t.join() for t in ts]
print(log, b.n_waiting, b.parties, b.broken)
try:
    b.wait(0.01)
except threading.BrokenBarrierError as e:
    print("broken", repr(e), b.broken)
b.reset()
print(b.broken)
b.abort()
try: b.wait()
except threading.BrokenBarrierError: print("aborted")
try: threading.Barrier(0).wait(0.01)
except Exception as e: print(type(e).__name__, e)
