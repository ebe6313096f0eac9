# lockstep: seed 32
import threading


class Locked:
    def __init__(self, source):
        self.source, self.lock = iter(source), threading.Lock()

    def __iter__(self):
        return self

    def __next__(self):
        with self.lock:
            return next(self.source)


def numbers():
    for i in range(60):
        yield i


shared, seen = Locked(numbers()), []


def take():
    for n in shared:
        seen.append(n)


threads = [threading.Thread(target=take) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(seen) == list(range(60)))
