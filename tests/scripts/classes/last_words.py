"""What module names still hold at the end has its last word then, private names first."""
import atexit
import threading
import time


class Resource:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("closing", self.name)


def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("numbers are over")


first = Resource("first")
_private = Resource("private")
same = first
many = [Resource("in a list")]
generator = numbers()
next(generator)
fresh = numbers()
done = numbers()
print(list(done))


class Failing:
    def __del__(self):
        print("about to fail")


failing = Failing()
thread = threading.Thread(target=lambda: (time.sleep(0.3), print("thread is done")))
thread.start()
atexit.register(print, "at exit")
print("end of the script")
