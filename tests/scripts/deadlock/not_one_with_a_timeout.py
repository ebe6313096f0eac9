# lockstep: seed 1
import threading

door = threading.Lock()
door.acquire()
print(door.acquire(timeout=0.02))
print(door.acquire(blocking=False))

t = threading.Thread(target=door.release)
t.start()
print(door.acquire())
t.join()
