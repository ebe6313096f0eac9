# lockstep: no-python
# lockstep: seed 3
# lockstep: stderr-has ValueError: forgot to release
# lockstep: stderr-has deadlock
import threading

lock = threading.Lock()


def careless():
    lock.acquire()
    raise ValueError("forgot to release")
    lock.release()


t = threading.Thread(target=careless)
t.start()
t.join()
print("the thread is gone, its lock is not")
lock.acquire()
