import threading
import time

condition = threading.Condition()
order = []


def wait(name):
    with condition:
        condition.wait()
        order.append(name)


threads = []
for i in range(4):
    t = threading.Thread(target=wait, args=(i,))
    t.start()
    threads.append(t)
    time.sleep(0.05)
for i in range(4):
    with condition:
        condition.notify()
    threads[i].join(2)
print(order)
