# lockstep: no-python
# lockstep: seed 3
# lockstep: stderr-has deadlock
# lockstep: stderr-has Queue
import queue
import threading

tasks = queue.Queue()
for i in range(3):
    tasks.put(i)


def worker():
    while not tasks.empty():
        tasks.get()


t = threading.Thread(target=worker)
t.start()
t.join()
print("all taken, none declared done")
tasks.join()
