"""Two threads that hand a number to and fro by two Queues."""

import queue
import threading

there = queue.Queue()
back = queue.Queue()


def answer(times):
    for _ in range(times):
        back.put(there.get() + 1)


times = 15000
thread = threading.Thread(target=answer, args=(times,))
thread.start()
number = 0
for _ in range(times):
    there.put(number)
    number = back.get()
thread.join()
print(number)
