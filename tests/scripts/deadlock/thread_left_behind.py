# lockstep: no-python
# lockstep: seed 3
# lockstep: stderr-has deadlock
# lockstep: stderr-has forgotten
import threading

lock = threading.Lock()
lock.acquire()
threading.Thread(target=lock.acquire, name="forgotten").start()
print("main ends; the other can never go on")
