# lockstep: no-python
# lockstep: seed 3
# lockstep: stderr-has deadlock
# lockstep: stderr-has Event
import threading

ready = threading.Event()
workers = [threading.Thread(target=ready.wait) for _ in range(2)]
for worker in workers:
    worker.start()
print("all wait")
for worker in workers:
    worker.join()
