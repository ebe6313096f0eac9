# lockstep: seed 23
import threading
import time


class ReadWriteLock:
    def __init__(self):
        self._condition = threading.Condition()
        self._readers = 0
        self._writing = False

    def start_read(self):
        with self._condition:
            self._condition.wait_for(lambda: not self._writing)
            self._readers += 1

    def end_read(self):
        with self._condition:
            self._readers -= 1
            self._condition.notify_all()

    def start_write(self):
        with self._condition:
            self._condition.wait_for(lambda: not self._writing and self._readers == 0)
            self._writing = True

    def end_write(self):
        with self._condition:
            self._writing = False
            self._condition.notify_all()


page = {"left": 0, "right": 0}
lock, torn, reads = ReadWriteLock(), [], []


def writer():
    for n in range(1, 6):
        lock.start_write()
        try:
            page["left"] = n
            time.sleep(0.001)
            page["right"] = n
        finally:
            lock.end_write()


def reader():
    for _ in range(5):
        lock.start_read()
        try:
            if page["left"] != page["right"]:
                torn.append(dict(page))
            reads.append(1)
        finally:
            lock.end_read()


threads = [threading.Thread(target=f) for f in (writer, reader, reader, writer, reader)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(torn, len(reads), page)
