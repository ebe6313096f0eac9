import atexit
import threading
import time


def late(n):
    print("at the end", n)


def fail():
    raise ValueError("too late")


atexit.register(late, 1)
atexit.register(late, n=2)
atexit.register(fail)
atexit.register(late, 3)
atexit.unregister(fail)


@atexit.register
def last():
    print("registered last, called first")


def work():
    time.sleep(0.02)
    print("the thread ends before")


threading.Thread(target=work).start()
try:
    atexit.register(5)
except TypeError as error:
    print(error)
print("main ends")
