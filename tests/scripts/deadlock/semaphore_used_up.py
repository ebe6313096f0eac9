# lockstep: no-python
# lockstep: seed 3
# lockstep: stderr-has deadlock
# lockstep: stderr-has Semaphore
import threading

places = threading.Semaphore(2)
for i in range(3):
    print("take", i)
    places.acquire()
