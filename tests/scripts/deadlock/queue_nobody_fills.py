# lockstep: no-python
# lockstep: seed 3
# lockstep: stderr-has deadlock
# lockstep: stderr-has Queue
import queue

tasks = queue.Queue()
tasks.put(1)
print(tasks.get())
print(tasks.get())
