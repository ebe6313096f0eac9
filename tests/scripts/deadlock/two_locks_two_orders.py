# lockstep: no-python
# lockstep: seed 3
# lockstep: stderr-has deadlock
# lockstep: stderr-has left-first
# lockstep: stderr-has right-first
import threading
import time

left, right = threading.Lock(), threading.Lock()


def work(one, other):
    with one:
        time.sleep(0.05)
        with other:
            print("both")


a = threading.Thread(target=work, args=(left, right), name="left-first")
b = threading.Thread(target=work, args=(right, left), name="right-first")
a.start()
b.start()
a.join()
b.join()
print("never said")
