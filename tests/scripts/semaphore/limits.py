# lockstep: seed 8
import threading
import time

places = threading.Semaphore(2)
inside = peak = 0
guard = threading.Lock()


def visit():
    global inside, peak
    with places:
        with guard:
            inside += 1
            peak = max(peak, inside)
        time.sleep(0.01)
        with guard:
            inside -= 1


threads = [threading.Thread(target=visit) for _ in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(peak, inside)
s = threading.Semaphore()
print(s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.01), s.release(), s.acquire())
s.release(2)
print(s.acquire(False), s.acquire(False), s.acquire(False))
zero = threading.Semaphore(0)
t = threading.Thread(target=zero.release)
t.start()
print(zero.acquire())
t.join()
bounded = threading.BoundedSemaphore(2)
with bounded:
    print("in")
bounded.acquire()
bounded.release()
for text, attempt in (
    ("bounded", lambda: bounded.release()), ("negative", lambda: threading.Semaphore(-1)),
    ("release 0", lambda: s.release(0)), ("timeout", lambda: s.acquire(False, timeout=1)),
):
    try:
        attempt()
    except ValueError as error:
        print(text, error)
