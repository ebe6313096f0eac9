# lockstep: seed 1
import threading
import time

order = []


def later(delay, label):
    time.sleep(delay)
    order.append(label)
    print(label)


threads = [threading.Thread(target=later, args=(0.06 * i, f"after {i}")) for i in (3, 1, 2, 0)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(order)
