# lockstep: no-python
# lockstep: seed 3
# lockstep: stderr-has deadlock
# lockstep: stderr-has Condition
import threading

condition = threading.Condition()
print("waiting for a call that never comes")
with condition:
    condition.wait()
print("never said")
