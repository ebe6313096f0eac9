# lockstep: no-python
# lockstep: seed 1
# lockstep: stderr-has deadlock
# lockstep: stderr-has waits for
import threading

lock = threading.Lock()


def total():
    with lock:
        return 5


def report():
    with lock:
        print("the total is", total())


print("before")
report()
