# lockstep: seed 23
import threading


class Slot:
    def __init__(self):
        self.item = None
        self.empty = threading.Lock()
        self.full = threading.Lock()
        self.full.acquire()

    def put(self, item):
        self.empty.acquire()
        self.item = item
        self.full.release()

    def take(self):
        self.full.acquire()
        item = self.item
        self.empty.release()
        return item


END = object()
slot = Slot()
received = []


def produce():
    for i in range(10):
        slot.put(i * i)
    slot.put(END)


def consume():
    while (item := slot.take()) is not END:
        received.append(item)


threads = [threading.Thread(target=consume), threading.Thread(target=produce)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(received)
