import threading
import time

stop = False
counts = [0, 0, 0]


def spin(i):
    while not stop:
        counts[i] += 1


threads = [threading.Thread(target=spin, args=(i,)) for i in range(3)]
for t in threads:
    t.start()
time.sleep(0.2)
stop = True
for t in threads:
    t.join()
print(all(c > 100 for c in counts))
