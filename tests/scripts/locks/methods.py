# lockstep: seed 5
import threading

lock = threading.Lock()
print(
    lock.locked(), lock.acquire(), lock.locked(), lock.acquire(blocking=False), lock.acquire(False),
    lock.acquire(timeout=0.001),
)
print(lock.release(), lock.locked())
with lock as held:
    print(held, lock.locked())
print(lock.locked())
try:
    with lock:
        raise ValueError("inside")
except ValueError as error:
    print(error, lock.locked())
for text, attempt in (
    ("release unlocked", lambda: lock.release()),
    ("timeout and not blocking", lambda: lock.acquire(False, 1)),
    ("negative timeout", lambda: lock.acquire(True, -5)),
    ("minus one waits", lambda: lock.acquire(True, -1)),
    ("too many", lambda: lock.acquire(1, 2, 3)),
    ("text timeout", lambda: lock.acquire(timeout="a")),
    ("huge timeout", lambda: lock.acquire(timeout=1e30)),
):
    try:
        print(text, attempt())
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")
print(lock.locked())
t = threading.Thread(target=lock.release)
t.start()
t.join()
print(lock.locked(), bool(lock))


def guarded():
    with lock:
        return "returned"


print(guarded(), lock.locked())
for i in range(2):
    with lock:
        if i == 0:
            continue
        break
print(lock.locked())
