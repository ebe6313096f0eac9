# lockstep: seed 28
import threading
import time


class Latch:
    def __init__(self, count):
        self.count = count
        self.condition = threading.Condition()

    def down(self):
        with self.condition:
            self.count -= 1
            if self.count == 0:
                self.condition.notify_all()

    def wait(self):
        with self.condition:
            while self.count:
                self.condition.wait()


class Config:
    _instance = None
    _lock = threading.Lock()
    made = 0

    def __new__(cls):
        if cls._instance is None:
            with cls._lock:
                if cls._instance is None:
                    time.sleep(0.005)
                    Config.made += 1
                    cls._instance = super().__new__(cls)
        return cls._instance


latch, ids = Latch(4), set()


def start():
    ids.add(id(Config()))
    latch.down()


for _ in range(4):
    threading.Thread(target=start).start()
latch.wait()
print(Config.made, len(ids), latch.count)


class Lazy:
    def __init__(self, make):
        self.make, self.lock, self.value = make, threading.Lock(), None

    def get(self):
        with self.lock:
            if self.value is None:
                self.value = self.make()
            return self.value


calls = []
lazy = Lazy(lambda: calls.append(1) or "ready")
threads = [threading.Thread(target=lazy.get) for _ in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(calls, lazy.get())
