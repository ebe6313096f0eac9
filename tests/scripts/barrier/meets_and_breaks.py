# lockstep: seed 10
import threading
import time

barrier = threading.Barrier(3, action=lambda: log.append("all here"))
log = []
indices = []


def runner(name):
    log.append("arrived")
    indices.append(barrier.wait())
    log.append("left")


threads = [threading.Thread(target=runner, args=(i,)) for i in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(log, sorted(indices), barrier.parties, barrier.n_waiting, barrier.broken)


def impatient():
    try:
        barrier.wait(timeout=0.02)
    except threading.BrokenBarrierError as error:
        print("broken", repr(error))


t = threading.Thread(target=impatient)
t.start()
t.join()
print(barrier.broken)
try:
    barrier.wait()
except threading.BrokenBarrierError:
    print("still broken")
barrier.reset()
print(barrier.broken, isinstance(threading.BrokenBarrierError(), RuntimeError))
broken = []


def waits():
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        broken.append(1)


threads = [threading.Thread(target=waits) for _ in range(2)]
for t in threads:
    t.start()
while barrier.n_waiting < 2:
    time.sleep(0.001)
barrier.abort()
for t in threads:
    t.join()
print(len(broken), barrier.broken)
solo = threading.Barrier(1)
print(solo.wait(), solo.wait())
try:
    threading.Barrier(0)
except ValueError as error:
    print(error)
rounds = threading.Barrier(2)
seen = []


def lap(name):
    for i in range(3):
        seen.append(i)
        rounds.wait()


threads = [threading.Thread(target=lap, args=(n,)) for n in "ab"]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(seen)
