# lockstep: seed 9
import threading
import time

event = threading.Event()
print(event.is_set(), event.wait(0.01), event.wait(timeout=0))
log = []


def waiter(name):
    log.append((name, event.wait()))


threads = [threading.Thread(target=waiter, args=(i,)) for i in range(3)]
for t in threads:
    t.start()
time.sleep(0.02)
print(log)
event.set()
for t in threads:
    t.join()
print(sorted(log), event.is_set(), event.wait(), event.wait(0))
event.set()
event.clear()
print(event.is_set(), event.wait(0.001))
stop = threading.Event()
ticks = []


def ticker():
    while not stop.wait(0.005):
        ticks.append(1)


t = threading.Thread(target=ticker)
t.start()
time.sleep(0.1)
stop.set()
t.join()
print(len(ticks) > 2)
