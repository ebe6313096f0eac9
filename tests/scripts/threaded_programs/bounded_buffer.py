# lockstep: seed 22
import threading


class Buffer:
    def __init__(self, size):
        self.items, self.size = [], size
        self.lock = threading.Lock()
        self.not_full = threading.Condition(self.lock)
        self.not_empty = threading.Condition(self.lock)
        self.most = 0

    def put(self, item):
        with self.not_full:
            while len(self.items) == self.size:
                self.not_full.wait()
            self.items.append(item)
            self.most = max(self.most, len(self.items))
            self.not_empty.notify()

    def get(self):
        with self.not_empty:
            while not self.items:
                self.not_empty.wait()
            item = self.items.pop(0)
            self.not_full.notify()
            return item


buffer, taken, guard = Buffer(3), [], threading.Lock()


def produce(start):
    for i in range(start, start + 20):
        buffer.put(i)


def consume():
    for _ in range(20):
        item = buffer.get()
        with guard:
            taken.append(item)


threads = [threading.Thread(target=produce, args=(n * 100,)) for n in range(2)]
threads += [threading.Thread(target=consume) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(
    len(taken), sorted(taken) == list(range(20)) + list(range(100, 120)), buffer.items,
    1 <= buffer.most <= 3,
)
