# lockstep: seed 11
import threading


class Summer(threading.Thread):
    def __init__(self, numbers):
        super().__init__(name=f"sum-{len(numbers)}")
        self.numbers = numbers
        self.result = None

    def run(self):
        self.result = sum(self.numbers)


threads = [Summer(range(n)) for n in (10, 100, 1000)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print([(t.name, t.result) for t in threads])
t = Summer([1, 2])
t.run()
print(t.result, t.is_alive(), t.ident)


class Calls(threading.Thread):
    def run(self):
        print("before")
        super().run()
        print("after")


c = Calls(target=print, args=("the target",))
c.start()
c.join()
print(isinstance(c, threading.Thread))
