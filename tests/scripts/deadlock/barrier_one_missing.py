# lockstep: no-python
# lockstep: seed 3
# lockstep: stderr-has deadlock
# lockstep: stderr-has Barrier
import threading

gate = threading.Barrier(3)
threads = [threading.Thread(target=gate.wait) for _ in range(2)]
for t in threads:
    t.start()
print("two of three came")
for t in threads:
    t.join()
