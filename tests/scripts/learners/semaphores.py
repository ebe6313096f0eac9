import threading
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(blocking=False), s.acquire(False), s.acquire(timeout=0.01))
s.release(); s.release(2)
print(s._value)
try: s.release(0)
except ValueError as e: print(e)
b = threading.BoundedSemaphore(1)
with b: print("in")
try: b.release()
except ValueError as e: print(e)
try: threading.Semaphore(-1)
except ValueError as e: print(e)
try: s.acquire(False, timeout=1)
except ValueError as e: print(e)
peak = cur = 0
lock = threading.Lock()
def work():
    global peak, cur
    with s:
        with lock: cur += 1; peak = max(peak, cur)
        with lock: cur -= 1
ts = [threading.Thread(target=work) for _ in range(8)]
for t in ts: t.start()
for t in ts: t.join()
print(peak <= 3, cur)
