# lockstep: seed 6
import threading
import time

condition = threading.Condition()
ready = False
woken = []


def worker(name):
    with condition:
        condition.wait_for(lambda: ready)
        woken.append(name)


threads = [threading.Thread(target=worker, args=(i,)) for i in range(4)]
for t in threads:
    t.start()
time.sleep(0.05)
with condition:
    ready = True
    condition.notify_all()
for t in threads:
    t.join()
print(sorted(woken))

turn = 0
said = []


def speaker(me, of):
    global turn
    for _ in range(3):
        with condition:
            while turn % of != me:
                condition.wait()
            said.append(me)
            turn += 1
            condition.notify_all()


threads = [threading.Thread(target=speaker, args=(i, 3)) for i in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(said)
