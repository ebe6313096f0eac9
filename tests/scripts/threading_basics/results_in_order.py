# lockstep: seed 9
import threading
import time

results = [None] * 6


def square(i):
    time.sleep(0.002 * (6 - i))
    results[i] = i * i


threads = [threading.Thread(target=square, args=(i,)) for i in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(results, sum(results))
