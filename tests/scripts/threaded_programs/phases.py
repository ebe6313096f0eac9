# lockstep: seed 29
import threading

RUNNERS, PHASES = 3, 3
barrier = threading.Barrier(RUNNERS)
log, guard = [], threading.Lock()


def run(name):
    for phase in range(PHASES):
        with guard:
            log.append(phase)
        if barrier.wait() == 0:
            with guard:
                log.append(f"end {phase}")
        barrier.wait()


threads = [threading.Thread(target=run, args=(n,)) for n in range(RUNNERS)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(log)
