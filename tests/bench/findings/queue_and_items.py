import queue
import threading

line = queue.Queue(8)
seen = [0] * 64


def produce(count):
    for i in range(count):
        line.put(i)


def consume(count):
    for _ in range(count):
        item = line.get()
        seen[item % 64] += item


threads = [threading.Thread(target=produce, args=(40000,)), threading.Thread(target=consume, args=(40000,))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sum(seen))
