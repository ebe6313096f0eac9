# lockstep: unordered
# lockstep: seed 2
import threading


def first():
    return [][1]


def second():
    return int("x")


threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
    t.join()
raise SystemExit(4)
