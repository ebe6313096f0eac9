# lockstep: seed 5
import threading
import time


def slow():
    time.sleep(0.05)
    print("slow: done")


t = threading.Thread(target=slow)
t.start()
print("main: at its end", t.daemon)
