# lockstep: no-python
# lockstep: seed 3
# lockstep: stderr-has deadlock
# lockstep: stderr-has philosopher-0
# lockstep: stderr-has philosopher-2
import threading
import time

forks = [threading.Lock() for _ in range(3)]


def dine(i):
    with forks[i]:
        time.sleep(0.1)
        with forks[(i + 1) % 3]:
            print("never eats")


threads = [threading.Thread(target=dine, args=(i,), name=f"philosopher-{i}") for i in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
