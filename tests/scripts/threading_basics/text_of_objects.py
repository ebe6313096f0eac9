# lockstep: mask 0x[0-9a-f]+
# lockstep: mask \d{4,}
import threading

t = threading.Thread(target=print, name="worker")
print(t)
t.start()
t.join()
print(t)
print(threading.Thread(name="d", daemon=True))
print(threading.main_thread())
lock = threading.Lock()
print(lock)
lock.acquire()
print(lock)
print(type(lock).__name__, type(threading.local()).__name__)
