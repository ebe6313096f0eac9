# lockstep: no-python
# lockstep: seed 3
# lockstep: stderr-has deadlock
# lockstep: stderr-has waits for
import threading

lock = threading.Lock()
lock.acquire()
t = threading.Thread(target=lock.acquire, name="stuck")
t.start()
print("main joins a thread that waits for main's lock")
t.join()
print("never said")
