# lockstep: no-python
# lockstep: seed 1
# lockstep: stderr-has deadlock
# lockstep: stderr-has waits for
# lockstep: stderr-has lock
import threading

door = threading.Lock()
print("about to take it once")
door.acquire()
print("about to take it twice")
door.acquire()
print("never said")
